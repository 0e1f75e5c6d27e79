import { appError, failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { decodersFor, isDecoderCode, startingWith, type Decoder } from './content-coding.ts';
import { codeOf } from '../error-code.ts';
import type { HopBody } from './hop-body.ts';
import { networkError } from './network-error.ts';

export interface BodyLimits {
  /** Bytes of the decoded body that are kept in memory; the rest is counted and dropped. */
  readonly keptBytes: number;
  /** Bytes after decoding beyond which reading stops. */
  readonly decodedBytes: number;
  /** A body that grew beyond `ratioFloorBytes` may be this many times larger than what came over the wire. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
}

export const DEFAULT_BODY_LIMITS: Omit<BodyLimits, 'keptBytes'> = {
  decodedBytes: 2 * 1024 ** 3,
  ratio: 250,
  ratioFloorBytes: 16 * 1024 ** 2,
};

export interface BodyReading {
  readonly limits: BodyLimits;
  /** Told how many bytes of the body came over the wire so far. */
  readonly onWireBytes: (wireBytes: number) => void;
}

export interface ReadBody {
  readonly kept: Uint8Array;
  readonly wireBytes: number;
  readonly decodedBytes: number;
}

/** Stops a body that may not grow further. */
class BodyLimitError extends Error {
  readonly appError: AppError;
  constructor(error: AppError) {
    super('body limit');
    this.appError = error;
  }
}

/**
 * Reads a response's body to its end, decoded, in bounded memory whatever its size. Errors: `response-too-large` (beyond the limits, or a
 * compression bomb), `response-malformed` (not what its `Content-Encoding` says), those of the network.
 */
export async function readBody(
  body: HopBody,
  contentEncoding: string,
  reading: BodyReading,
): Promise<Result<ReadBody>> {
  const choice = decodersFor(contentEncoding);
  if (choice.kind === 'too-many-layers') {
    body.destroy();
    return failed('response-malformed', { message: 'The server’s answer is compressed in too many layers.' });
  }
  try {
    return ok(await collect(body, choice.decoders, reading));
  } catch (thrown) {
    body.destroy();
    return { ok: false, error: bodyError(thrown) };
  }
}

async function collect(
  body: HopBody,
  decoders: readonly Decoder[],
  { limits, onWireBytes }: BodyReading,
): Promise<ReadBody> {
  const kept = new KeptBytes(limits.keptBytes);
  if (decoders.length === 0) return collectPlain(body, kept, { limits, onWireBytes });
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  // No body at all (HEAD, 204, 304) may still be announced as compressed; a decoder would call it cut off.
  if (first.done === true) return { kept: new Uint8Array(), wireBytes: 0, decodedBytes: 0 };
  let wireBytes = 0;
  let decodedBytes = 0;
  const count = async function* (source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of source) {
      wireBytes += chunk.length;
      onWireBytes(wireBytes);
      yield chunk;
    }
  };
  const wire = count(startingWith(first.value, iterator));
  for await (const chunk of decoders.reduce((source, decode) => decode(source), wire)) {
    decodedBytes += chunk.length;
    refuseTooLarge(wireBytes, decodedBytes, limits);
    kept.append(chunk);
  }
  return { kept: kept.bytes(), wireBytes, decodedBytes };
}

/** What is not compressed is what came over the wire. */
async function collectPlain(
  body: HopBody,
  kept: KeptBytes,
  { limits, onWireBytes }: BodyReading,
): Promise<ReadBody> {
  let bytes = 0;
  await body.forEach((chunk) => {
    bytes += chunk.length;
    onWireBytes(bytes);
    refuseTooLarge(bytes, bytes, limits);
    kept.append(chunk);
  });
  return { kept: kept.bytes(), wireBytes: bytes, decodedBytes: bytes };
}

function refuseTooLarge(wireBytes: number, decodedBytes: number, limits: BodyLimits): void {
  if (decodedBytes > limits.decodedBytes) throw new BodyLimitError(appError('response-too-large'));
  if (decodedBytes > limits.ratioFloorBytes && decodedBytes > wireBytes * limits.ratio) {
    const message = `The server’s answer expands to more than ${String(limits.ratio)} times its size, so reading it was stopped.`;
    throw new BodyLimitError(appError('response-too-large', { message }));
  }
}

function bodyError(thrown: unknown): AppError {
  if (thrown instanceof BodyLimitError) return thrown.appError;
  const code = codeOf(thrown);
  // Within the body: the server closed before as many bytes came as it had announced.
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return appError('connection-reset');
  if (!isDecoderCode(code)) return networkError(thrown);
  return appError('response-malformed', {
    message: 'The server’s answer cannot be decompressed: it is not what its Content-Encoding says.',
    remedy: 'Send the request with the header Accept-Encoding: identity.',
  });
}

/**
 * The first bytes of a stream. From the second chunk on they are copied, so that a stream of tiny chunks does not hold on to large network
 * buffers; most bodies come in one.
 */
class KeptBytes {
  readonly #limit: number;
  #buffer: Uint8Array = new Uint8Array();
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  append(chunk: Uint8Array): void {
    const room = this.#limit - this.#length;
    if (room <= 0) return;
    const part = chunk.length > room ? chunk.subarray(0, room) : chunk;
    if (this.#length === 0) {
      this.#buffer = part;
      this.#length = part.length;
      return;
    }
    this.#reserve(this.#length + part.length);
    this.#buffer.set(part, this.#length);
    this.#length += part.length;
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(
      Math.min(this.#limit, Math.max(length, this.#buffer.length * 2, 16 * 1024)),
    );
    grown.set(this.bytes());
    this.#buffer = grown;
  }
}
