import { z } from 'zod';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Random } from '../ports/random.ts';
import type { AttemptLimit } from '../vault/attempt-limit.ts';
import { envelopeSchema, unwrapMasterKey, wrapMasterKey } from '../vault/passphrase-envelope.ts';
import { openWith, sealWith } from '../vault/sealing.ts';
import { holdsValues, movedDocumentSchema, withoutValues, type MovedDocument } from './moved-document.ts';

const FORMAT = 'keyfob-export';
/** What is written. Files of version 1 hold services and keys alone, and are still read. */
const VERSION = 2;
const versionSchema = z.union([z.literal(1), z.literal(VERSION)]);
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** In bytes: ten thousand keys need about five million. */
export const MAX_EXPORT_BYTES = 64 * 1024 * 1024;

const NOTE = 'Keys, services and settings of Keyfob. In Keyfob: Settings, Storage, Restore an export.';
const NOTE_SEALED =
  'Keys, services and settings of Keyfob, with their values, sealed under a passphrase. In Keyfob: Settings, Storage, Restore an export.';

const fileSchema = z.discriminatedUnion('kind', [
  z.object({
    format: z.literal(FORMAT),
    version: versionSchema,
    kind: z.literal('plain'),
    content: movedDocumentSchema,
  }),
  z.object({
    format: z.literal(FORMAT),
    version: versionSchema,
    kind: z.literal('sealed'),
    key: envelopeSchema,
    sealed: z.base64(),
  }),
]);

export interface MovedFileOptions {
  readonly random: Random;
  /** scrypt's N. */
  readonly wrapCost?: number;
}

/** Authenticated with the content, beside the envelope that is authenticated by itself. */
function additionalOf(version: number): Uint8Array {
  return Buffer.from(`keyfob/export/v${String(version)}`);
}

/** Without values, in the clear. Throws for a document that holds one. */
export function plainFileText(document: MovedDocument): string {
  if (holdsValues(document)) throw new Error('A plain export holds no value');
  return `${JSON.stringify({ format: FORMAT, version: VERSION, kind: 'plain', note: NOTE, content: document }, null, 2)}\n`;
}

/** All of it under the passphrase: a key of its own seals the content (AES-256-GCM), scrypt wraps that key. */
export async function sealedFileText(
  document: MovedDocument,
  passphrase: string,
  { random, wrapCost }: MovedFileOptions,
): Promise<string> {
  const contentKey = random.bytes(KEY_BYTES);
  const cost = wrapCost === undefined ? {} : { cost: wrapCost };
  const key = await wrapMasterKey(contentKey, passphrase, { random, purpose: 'moved-keys', ...cost });
  const nonce = random.bytes(NONCE_BYTES);
  const sealed = sealWith(contentKey, JSON.stringify(document), { additional: additionalOf(VERSION), nonce });
  contentKey.fill(0);
  const content = Buffer.from(sealed).toString('base64');
  return `${JSON.stringify({ format: FORMAT, version: VERSION, kind: 'sealed', note: NOTE_SEALED, key, sealed: content })}\n`;
}

/**
 * `export-file-invalid` for any other file, a damaged one, one of a newer version or one that asks for more memory than reading may
 * cost; `passphrase-wrong`, `passphrase-wait`. A plain file needs no passphrase.
 */
export async function readMovedFile(
  text: string,
  passphrase: string,
  limit: AttemptLimit,
): Promise<Result<MovedDocument>> {
  const file = parsed(text, fileSchema);
  if (file === null) return failed('export-file-invalid');
  // Values in the clear are nothing that Keyfob wrote: they are not taken.
  if (file.kind === 'plain') return ok(withoutValues(file.content));
  const mayTry = limit.mayTry();
  if (!mayTry.ok) return mayTry;
  const contentKey = await unwrapMasterKey(file.key, passphrase, 'moved-keys');
  if (contentKey === null) {
    limit.failed();
    return failed('passphrase-wrong', { field: 'passphrase' });
  }
  limit.succeeded();
  const opened = openWith(contentKey, Buffer.from(file.sealed, 'base64'), additionalOf(file.version));
  contentKey.fill(0);
  const document = opened === null ? null : parsed(opened, movedDocumentSchema);
  return document === null ? failed('export-file-invalid') : ok(document);
}

function parsed<Value>(text: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON.
    return null;
  }
}
