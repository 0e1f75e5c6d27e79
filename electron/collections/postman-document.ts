import { z } from 'zod';
import { failed, ok, type AppErrorDetails, type Result } from '../../shared/domain/app-error.ts';
import { readGuarded, type JsonProblem } from '../local-api/json-guard.ts';
import { MAX_BYTES } from './collection-folder.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import { told, type PlainTold } from '../told.ts';

/**
 * A Postman Collection v2.1 (https://schema.postman.com/json/collection/v2.1.0/collection.json), read loosely: what Keyfob does not
 * know is kept. The value is the file's own JSON, never a copy of it.
 */
export type PostmanDocument = JsonObject & {
  readonly info: JsonObject;
  readonly item: readonly JsonValue[];
};

/** What a file may hold at most. A collection beyond it is refused before it is read further. */
export const DOCUMENT_LIMITS = { bytes: MAX_BYTES, items: 20_000 };

const V2_1 = /^https?:\/\/schema\.(?:get)?postman\.com\/(?:json\/)?collection\/v2\.1(?:\.\d+)?\//;

const headSchema = z.looseObject({
  info: z.looseObject({ name: z.string(), schema: z.string() }),
  item: z.array(z.unknown()),
});

const PROBLEMS: Readonly<Record<JsonProblem, PlainTold>> = {
  'not-utf-8': 'fileNoUtf8',
  'not-json': 'fileNoJson',
  'too-deep': 'fileNestedTooDeep',
  'duplicate-key': 'fileKeyTwice',
  'forbidden-key': 'fileWithProto',
};

/** A JSON file's text and value, and the byte order mark that it begins with or not. */
export interface JsonFileText {
  readonly mark: string;
  readonly text: string;
  readonly value: JsonValue;
}

/** Bytes -> the text of a JSON file that every reader understands alike. Errors: `file-unreadable`, with the reason in its message. */
export function readJsonFile(bytes: Uint8Array): Result<JsonFileText> {
  if (bytes.byteLength > DOCUMENT_LIMITS.bytes) return unreadable(told('documentTooLarge'));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const rest = hasMark ? bytes.subarray(3) : bytes;
  const json = readGuarded(rest);
  if (json.kind === 'bad') return unreadable(told(PROBLEMS[json.problem]));
  // What was parsed of JSON is JSON.
  return ok({ mark: hasMark ? '\ufeff' : '', text: json.text, value: json.value as JsonValue });
}

/** Whether a JSON value says of itself that it is a Postman collection, of whatever version. */
export function isCollectionLike(value: JsonValue): boolean {
  if (!isJsonObject(value) || !isJsonObject(value.info)) return false;
  return typeof value.info.schema === 'string' && value.info.schema.includes('/collection/');
}

/** A JSON value -> a collection of v2.1. Errors: `file-unreadable`. */
export function readPostmanDocument(value: JsonValue): Result<PostmanDocument> {
  const head = headSchema.safeParse(value);
  if (!head.success || !isJsonObject(value)) return unreadable(told('collectionIncomplete'));
  if (!V2_1.test(head.data.info.schema)) {
    return unreadable(told('collectionOtherVersion'));
  }
  const problem = itemsProblem(value.item, { left: DOCUMENT_LIMITS.items });
  if (problem !== null) return unreadable(told(problem));
  // The head was just checked; the rest is loose.
  return ok(value as PostmanDocument);
}

function itemsProblem(items: JsonValue | undefined, budget: { left: number }): PlainTold | null {
  if (!isJsonArray(items)) return 'folderWithoutItems';
  for (const item of items) {
    budget.left -= 1;
    if (budget.left < 0) return 'collectionTooManyItems';
    if (!isJsonObject(item)) return 'collectionOddItem';
    if (item.item === undefined) continue;
    const problem = itemsProblem(item.item, budget);
    if (problem !== null) return problem;
  }
  return null;
}

function unreadable(words: AppErrorDetails): ReturnType<typeof failed> {
  return failed('file-unreadable', words);
}

/** The text of a new, empty collection. */
export function newCollectionText({ id, name }: { readonly id: string; readonly name: string }): string {
  const document = {
    info: {
      _postman_id: id,
      name,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [],
  };
  return `${JSON.stringify(document, null, '\t')}\n`;
}
