import type { Redactor } from './redactor.ts';

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
  let held: Uint8Array = new Uint8Array();
  let workspace = Buffer.alloc(0);
  let isRedacted = false;
  const mask = (bytes: Uint8Array): Uint8Array => {
    const masked = redactor.maskBytes(bytes);
    isRedacted ||= masked.isRedacted;
    return masked.isRedacted ? masked.bytes : bytes;
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
      const masked = mask(all);
      const cut = beforeMask(all, masked, sure);
      // A mask from the first byte on has no place before it to cut at: then what is masked stays masked.
      const [at, rest] = cut === 0 ? [sure, masked] : [cut, all];
      held = Uint8Array.from(rest.subarray(at));
      return masked.subarray(0, at);
    },
    end() {
      const last = mask(held);
      held = new Uint8Array();
      return last;
    },
    get isRedacted() {
      return isRedacted;
    },
  };
}

/** A place at or before `cut` that lies in no masked run: what is masked may be a part of something longer. */
function beforeMask(bytes: Uint8Array, masked: Uint8Array, cut: number): number {
  let at = cut;
  if (bytes === masked) return at;
  while (at > 0 && bytes[at - 1] !== masked[at - 1]) at -= 1;
  return at;
}
