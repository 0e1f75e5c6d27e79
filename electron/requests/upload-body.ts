import { Readable } from 'node:stream';
import type { OpenedFile } from '../ports/file-looker.ts';

/** A body with files in it: bytes and files in turn. The files are read while it is sent, and never held in memory. */
export interface UploadBody {
  readonly parts: readonly UploadPart[];
}

export type UploadPart =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `file`: `null` until it was opened, and then it cannot be sent. */
  | { readonly kind: 'file'; readonly path: string; readonly file: OpenedFile | null };

export function isUpload(body: Uint8Array | UploadBody | null): body is UploadBody {
  return body !== null && 'parts' in body;
}

/** Bytes of a body; `null` for none, and while a file in it was not opened. */
export function lengthOfBody(body: Uint8Array | UploadBody | null): number | null {
  if (body === null) return null;
  return isUpload(body) ? lengthOfUpload(body) : body.length;
}

/** Bytes of the whole; `null` while a file in it was not opened. */
export function lengthOfUpload({ parts }: UploadBody): number | null {
  let length = 0;
  for (const part of parts) {
    const size = part.kind === 'bytes' ? part.bytes.length : part.file?.size;
    if (size === undefined) return null;
    length += size;
  }
  return length;
}

/** What is sent, read as fast as it is taken; `onRead` is told how much of it was. A file that grew meanwhile is sent as long as it was; one that shrank ends the request. */
export function streamOfUpload({ parts }: UploadBody, onRead: (bytes: number) => void): Readable {
  return Readable.from(told(chunksOf(parts), onRead), { objectMode: false });
}

/** Tells how much was taken so far, with each piece that is. */
async function* told(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += chunk.length;
    onRead(bytes);
  }
}

async function* chunksOf(parts: readonly UploadPart[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part.kind === 'bytes') yield part.bytes;
    else if (part.file !== null) yield* part.file.read();
  }
}
