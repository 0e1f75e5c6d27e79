import type { IncomingMessage } from 'node:http';
import { malformedRequest, type Answer } from './answer.ts';
import { jsonProblemOf, type JsonProblem } from './json-guard.ts';
import { contentTooLarge } from './request-guard.ts';

type ReadBody =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  /** The client went away, or was too slow and was sent away. */
  | { readonly kind: 'aborted' };

/** Reads a body of at most so many bytes, whatever its announced length. Never rejects. */
async function readBody(request: IncomingMessage, mostBytes: number): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  const ending = Promise.withResolvers<ReadBody>();
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    if (length > mostBytes) ending.resolve({ kind: 'too-large' });
    else chunks.push(chunk);
  };
  request.on('data', onData);
  request.once('end', () => {
    ending.resolve({ kind: 'read', bytes: Buffer.concat(chunks) });
  });
  request.once('close', () => {
    ending.resolve({ kind: 'aborted' });
  });
  const body = await ending.promise;
  request.off('data', onData);
  return body;
}

const PROBLEM_TEXT = {
  'not-utf-8': 'The body is not UTF-8.',
  'not-json': 'The body is not JSON.',
  'too-deep': 'The body is nested too deeply.',
  'duplicate-key': 'The body has an object with the same key twice.',
  'forbidden-key': 'The body has a key that is not accepted.',
} as const satisfies Record<JsonProblem, string>;

export type ReadJson =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: Answer }
  | { readonly kind: 'aborted' };

/** Reads a body that is JSON which every reader understands alike. Never rejects. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<ReadJson> {
  const body = await readBody(request, mostBytes);
  if (body.kind === 'aborted') return body;
  if (body.kind === 'too-large') return { kind: 'refused', refusal: contentTooLarge(mostBytes) };
  const problem = jsonProblemOf(body.bytes);
  if (problem !== null) return { kind: 'refused', refusal: malformedRequest(PROBLEM_TEXT[problem]) };
  return { kind: 'read', value: JSON.parse(Buffer.from(body.bytes).toString('utf8')) };
}
