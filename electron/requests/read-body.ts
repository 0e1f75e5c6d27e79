import { appError, failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { decodersFor, isDecoderCode, startingWith, type Decoder } from './content-coding.ts';
import { codeOf } from '../error-code.ts';
import type { HopBody } from './hop-body.ts';
import { networkError } from './network-error.ts';
import { told } from '../told.ts';

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

/** Follows a body as it comes, decoded. A promise is waited for before the next chunk is read. */
export interface BodyTap {
  write(chunk: Uint8Array): Promise<void> | undefined;
}

export interface BodyReading {
  readonly limits: BodyLimits;
  /** Told how many bytes of the body came over the wire so far. */
  readonly onWireBytes: (wireBytes: number) => void;
  readonly tap?: BodyTap | undefined;
  /** Ends the reading; what came until then is the answer. */
  readonly stop?: AbortSignal | undefined;
  /** Whether what came is an answer when the connection ends in the middle. */
  readonly keepsBroken?: boolean | undefined;
}

export interface ReadBody {
  readonly kept: Uint8Array;
  readonly wireBytes: number;
  readonly decodedBytes: number;
  /** Without it the body came to its end. */
  readonly end?: 'stopped' | 'broken';
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
 * Reads a response's body to its end, decoded, in bounded memory whatever its size; at once where all of it is there. Errors: `response-too-large` (beyond the limits, or a
 * compression bomb), `response-malformed` (not what its `Content-Encoding` says), those of the network.
 */
export function readBody(
  body: HopBody,
  contentEncoding: string,
  reading: BodyReading,
): Result<ReadBody> | Promise<Result<ReadBody>> {
  const isPlain = contentEncoding === '' && reading.tap === undefined && reading.stop === undefined;
  const whole = isPlain ? body.takeWhole() : null;
  return whole === null ? readAsItComes(body, contentEncoding, reading) : readWhole(whole, reading);
}

function readWhole(chunks: readonly Uint8Array[], reading: BodyReading): Result<ReadBody> {
  const [only, second] = chunks;
  if (only !== undefined && second === undefined && isWithinAll(only.length, reading.limits)) {
    // Most bodies: they grow to nothing, and nothing of them is left out.
    reading.onWireBytes(only.length);
    return ok({ kept: only, wireBytes: only.length, decodedBytes: only.length });
  }
  const collected = new Collected(reading);
  try {
    for (const chunk of chunks) {
      collected.countWire(chunk);
      void collected.take(chunk);
    }
    return ok(collected.read());
  } catch (thrown) {
    return { ok: false, error: bodyError(thrown) };
  }
}

function isWithinAll(bytes: number, { keptBytes, decodedBytes, ratioFloorBytes }: BodyLimits): boolean {
  return bytes <= keptBytes && bytes <= decodedBytes && bytes <= ratioFloorBytes;
}

async function readAsItComes(
  body: HopBody,
  contentEncoding: string,
  reading: BodyReading,
): Promise<Result<ReadBody>> {
  const choice = decodersFor(contentEncoding);
  if (choice.kind === 'too-many-layers') {
    body.destroy();
    return failed('response-malformed', told('compressedTooOften'));
  }
  const collected = new Collected(reading);
  const onStop = (): void => body.destroy();
  reading.stop?.addEventListener('abort', onStop, { once: true });
  try {
    reading.stop?.throwIfAborted();
    await collect(body, choice.decoders, collected);
    return ok(collected.read());
  } catch (thrown) {
    body.destroy();
    if (reading.stop?.aborted === true) return ok({ ...collected.read(), end: 'stopped' });
    const error = bodyError(thrown);
    const isBroken = reading.keepsBroken === true && error.code === 'connection-reset';
    return isBroken ? ok({ ...collected.read(), end: 'broken' }) : { ok: false, error };
  } finally {
    reading.stop?.removeEventListener('abort', onStop);
  }
}

async function collect(body: HopBody, decoders: readonly Decoder[], collected: Collected): Promise<void> {
  if (decoders.length === 0) return collectPlain(body, collected);
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  // No body at all (HEAD, 204, 304) may still be announced as compressed; a decoder would call it cut off.
  if (first.done === true) return;
  const count = async function* (source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of source) {
      collected.countWire(chunk);
      yield chunk;
    }
  };
  const wire = count(startingWith(first.value, iterator));
  for await (const chunk of decoders.reduce((source, decode) => decode(source), wire)) {
    const written = collected.take(chunk);
    if (written !== undefined) await written;
  }
}

/** What is not compressed is what came over the wire. */
async function collectPlain(body: HopBody, collected: Collected): Promise<void> {
  if (!collected.isFollowed) {
    // Cheaper for each piece, and nobody has to be waited for.
    await body.forEach((chunk) => {
      collected.countWire(chunk);
      void collected.take(chunk);
    });
    return;
  }
  for await (const chunk of body) {
    collected.countWire(chunk);
    const written = collected.take(chunk);
    if (written !== undefined) await written;
  }
}

/** What came of a body so far. */
class Collected {
  readonly #reading: BodyReading;
  readonly #kept: KeptBytes;
  #wireBytes = 0;
  #decodedBytes = 0;

  constructor(reading: BodyReading) {
    this.#reading = reading;
    this.#kept = new KeptBytes(reading.limits.keptBytes);
  }

  get isFollowed(): boolean {
    return this.#reading.tap !== undefined;
  }

  countWire(chunk: Uint8Array): void {
    this.#wireBytes += chunk.length;
    this.#reading.onWireBytes(this.#wireBytes);
  }

  take(chunk: Uint8Array): Promise<void> | undefined {
    this.#decodedBytes += chunk.length;
    refuseTooLarge(this.#wireBytes, this.#decodedBytes, this.#reading.limits);
    this.#kept.append(chunk);
    return this.#reading.tap?.write(chunk);
  }

  read(): ReadBody {
    return { kept: this.#kept.bytes(), wireBytes: this.#wireBytes, decodedBytes: this.#decodedBytes };
  }
}

function refuseTooLarge(wireBytes: number, decodedBytes: number, limits: BodyLimits): void {
  if (decodedBytes > limits.decodedBytes) throw new BodyLimitError(appError('response-too-large'));
  if (decodedBytes > limits.ratioFloorBytes && decodedBytes > wireBytes * limits.ratio) {
    throw new BodyLimitError(appError('response-too-large', told('expandsTooMuch', { ratio: limits.ratio })));
  }
}

function bodyError(thrown: unknown): AppError {
  if (thrown instanceof BodyLimitError) return thrown.appError;
  const code = codeOf(thrown);
  // Within the body: the server closed before as many bytes came as it had announced.
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return appError('connection-reset');
  if (!isDecoderCode(code)) return networkError(thrown);
  return appError('response-malformed', told('notDecompressed'));
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
