import type { MaskedBytes, Redactor } from './redactor.ts';

const MASK = 0x2a;

/** Masks secrets in bytes that come in pieces, in place, so that every offset stays what it was. */
export interface StreamMasker {
  /**
   * The bytes that can be told to hold no secret, or that are masked; the last ones are held back until more come. They are there until the
   * next call: a body of gigabytes comes through here, in one piece of memory.
   */
  push(chunk: Uint8Array): Uint8Array;
  /** What was held back. */
  end(): Uint8Array;
  /** Whether something was masked. */
  readonly isRedacted: boolean;
}

export function createStreamMasker(redactor: Pick<Redactor, 'maskBytes' | 'overlap'>): StreamMasker {
  /** As it came: what begins in it may go on in the next chunk. */
  let held: Uint8Array = new Uint8Array();
  let workspace = Buffer.alloc(0);
  /** How many of the bytes held back are the end of something whose beginning has gone out masked. */
  let maskedHeld = 0;
  let isRedacted = false;
  const mask = (bytes: Uint8Array): MaskedBytes => {
    const masked = redactor.maskBytes(bytes);
    isRedacted ||= masked.isRedacted;
    if (maskedHeld === 0) return masked;
    const copy = Uint8Array.from(masked.bytes).fill(MASK, 0, maskedHeld);
    return { ...masked, bytes: copy };
  };
  return {
    push(chunk) {
      const length = held.length + chunk.length;
      if (workspace.length < length) workspace = Buffer.alloc(length);
      workspace.set(held);
      workspace.set(chunk, held.length);
      const all = workspace.subarray(0, length);
      const sure = all.length - redactor.overlap();
      if (sure <= 0) {
        held = Uint8Array.from(all);
        return new Uint8Array();
      }
      const { bytes, ranges } = mask(all);
      // No form is longer than the overlap, so what begins before `sure` was seen whole.
      const cut = ranges.findLast(({ start }) => start < sure);
      maskedHeld = Math.max(0, maskedHeld - sure, (cut?.end ?? 0) - sure);
      held = Uint8Array.from(all.subarray(sure));
      return bytes.subarray(0, sure);
    },
    end() {
      const { bytes } = mask(held);
      held = new Uint8Array();
      maskedHeld = 0;
      return bytes;
    },
    get isRedacted() {
      return isRedacted;
    },
  };
}
