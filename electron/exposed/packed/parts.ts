/** What was packed and could not be searched. */
export type PackedGap = 'otherPacked' | 'nested' | 'tooMuch' | 'damaged';

/** Told what a packed file holds, in the order of the file. Bytes are overwritten after the call. */
export interface Parts {
  /** A file in it begins, under the name that it has there; the one before has ended. */
  begin(name: string): void;
  /** More of that file. */
  push(bytes: Uint8Array): void;
  /** That file has ended. */
  end(): void;
  /** Bytes of the packed file that belong to none of those in it: between them, behind them, what could not be unpacked. */
  own(offset: number, bytes: Uint8Array): void;
  addGap(gap: PackedGap): void;
}

/** Reads a packed file from its start to its end, in pieces of any size. */
export interface PackedReader {
  push(piece: Uint8Array): void;
  end(): void;
}

/** Holds so many bytes, then hands them and all later ones on; fewer when there are no more. */
export function holdHead(most: number, decide: (head: Uint8Array) => PackedReader): PackedReader {
  const head = new Uint8Array(most);
  let filled = 0;
  let next: PackedReader | null = null;
  const open = (): PackedReader => {
    const opened = decide(head.subarray(0, filled));
    opened.push(head.subarray(0, filled));
    return opened;
  };
  return {
    push(piece) {
      if (next !== null) {
        next.push(piece);
        return;
      }
      const some = piece.subarray(0, most - filled);
      head.set(some, filled);
      filled += some.length;
      if (filled < most) return;
      next = open();
      if (some.length < piece.length) next.push(piece.subarray(some.length));
    },
    end() {
      next ??= open();
      next.end();
    },
  };
}
