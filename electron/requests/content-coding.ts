import { pipeline, Readable, type Duplex } from 'node:stream';
import * as zlib from 'node:zlib';

export type Decoder = (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const NO_DECODERS: DecoderChoice = { kind: 'decoders', decoders: [] };

/** More layers than a server has any reason for; each multiplies what a small body can expand to. */
export const MAX_CODING_LAYERS = 2;

/** zstd came with Node 22.15; Electron's Node may be built without it. */
const hasZstd = typeof zlib.createZstdDecompress === 'function';

/** The value of `Accept-Encoding`: all that can be undone here. */
export const ACCEPTED_CODINGS = hasZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

export type DecoderChoice =
  { readonly kind: 'decoders'; readonly decoders: readonly Decoder[] } | { readonly kind: 'too-many-layers' };

/**
 * The decoders for a `Content-Encoding` (RFC 9110, 8.4), outermost first. A body in an unknown coding is shown as it came.
 */
export function decodersFor(contentEncoding: string): DecoderChoice {
  if (contentEncoding === '') return NO_DECODERS;
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODING_LAYERS) return { kind: 'too-many-layers' };
  const decoders: Decoder[] = [];
  for (const coding of codings.toReversed()) {
    const decoder = decoderFor(coding);
    if (decoder === null) break;
    decoders.push(decoder);
  }
  return { kind: 'decoders', decoders };
}

function decoderFor(coding: string): Decoder | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return through(zlib.createGunzip());
    case 'deflate':
      return inflateEitherWay;
    case 'br':
      return through(zlib.createBrotliDecompress());
    case 'zstd':
      return hasZstd ? through(zlib.createZstdDecompress()) : null;
    default:
      return null;
  }
}

/** `deflate` means zlib (RFC 1950), but some servers send it raw (RFC 1951); the first byte tells. */
async function* inflateEitherWay(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const header = first.value[0] ?? 0;
  const isZlib = (header & 0x0f) === 8 && header >> 4 <= 7;
  const inflater = isZlib ? zlib.createInflate() : zlib.createInflateRaw();
  yield* through(inflater)(startingWith(first.value, iterator));
}

/** Failures of either stream are thrown by the iteration; the callback has nothing to add. */
function through(stream: Duplex): Decoder {
  return (source) => pipeline(Readable.from(source), stream, () => undefined);
}

/** The rest of an iteration, with its first item put back. */
export async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  try {
    yield first;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

const DECODER_CODES = /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB|ERR_PADDING|ZSTD_|ERR_ZSTD)/;

/** Whether an error's code is that of a decoder: the body is not what its `Content-Encoding` says. */
export function isDecoderCode(code: string): boolean {
  return DECODER_CODES.test(code);
}
