/** The bytes of a response's body, as they come. To be read once, in one of the two ways. */
export interface HopBody extends AsyncIterable<Uint8Array> {
  /**
   * Calls back with each piece, in order; resolves at the end of the body. Rejects when it breaks off, and with what `onChunk` throws,
   * which is told of nothing more from there on.
   */
  forEach(onChunk: (chunk: Uint8Array) => void): Promise<void>;
  /** The pieces, when the whole body has come, as most short ones have with their headers; `null` when it has to be waited for. */
  takeWhole(): readonly Uint8Array[] | null;
  /** Ends the connection, when the body has not come to its end. */
  destroy(): void;
}

/** How a body is told to wait, to go on, or that nobody wants it. */
export interface BodyFlow {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

type End = { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly error: Error };

/** What came before anybody read is kept; beyond this the server is held back. */
const MAX_WAITING_BYTES = 64 * 1024;

/**
 * A body that is pushed by the HTTP client. Read with `forEach` it costs a call for each piece and no stream; iterated over, it comes as
 * fast as it is asked for.
 */
export class PushedBody implements HopBody {
  readonly #flow: BodyFlow;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #isPaused = false;
  #end: End | null = null;
  #onChunk: ((chunk: Uint8Array) => void) | null = null;
  #onEnd: ((end: End) => void) | null = null;
  /** Told that there is something to take, or the end. */
  #wake: (() => void) | null = null;

  constructor(flow: BodyFlow) {
    this.#flow = flow;
  }

  push(chunk: Uint8Array): void {
    if (this.#end !== null) return;
    if (this.#onChunk !== null) {
      this.#hand(chunk, this.#onChunk);
      return;
    }
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes > MAX_WAITING_BYTES) this.#pause();
    this.#wake?.();
  }

  finish(): void {
    this.#endWith({ kind: 'whole' });
  }

  fail(error: Error): void {
    this.#endWith({ kind: 'broken', error });
  }

  takeWhole(): readonly Uint8Array[] | null {
    return this.#end?.kind === 'whole' ? this.#takeWaiting() : null;
  }

  forEach(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    for (const chunk of this.#takeWaiting()) {
      if (this.#end?.kind !== 'broken') this.#hand(chunk, onChunk);
    }
    const end = this.#end;
    if (end !== null) return end.kind === 'broken' ? Promise.reject(end.error) : Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#onEnd = (last) => {
        if (last.kind === 'broken') reject(last.error);
        else resolve();
      };
      this.#onChunk = onChunk;
      this.#resume();
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, undefined> {
    try {
      for (;;) {
        for (const chunk of this.#takeWaiting()) yield chunk;
        if (this.#waiting.length > 0) continue;
        if (this.#end?.kind === 'broken') throw this.#end.error;
        if (this.#end?.kind === 'whole') return;
        const woken = new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#resume();
        await woken;
      }
    } finally {
      this.destroy();
    }
  }

  destroy(): void {
    if (this.#end !== null) return;
    const error = new Error('The body is not wanted');
    this.fail(error);
    this.#flow.abort(error);
  }

  #hand(chunk: Uint8Array, onChunk: (chunk: Uint8Array) => void): void {
    try {
      onChunk(chunk);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('The reader of the body failed');
      this.#endWith({ kind: 'broken', error });
      this.#flow.abort(new Error('The body is not wanted'));
    }
  }

  #endWith(end: End): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#onEnd?.(end);
    this.#wake?.();
  }

  #takeWaiting(): readonly Uint8Array[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return waiting;
  }

  #pause(): void {
    if (!this.#isPaused) this.#flow.pause();
    this.#isPaused = true;
  }

  #resume(): void {
    if (this.#isPaused) this.#flow.resume();
    this.#isPaused = false;
  }
}
