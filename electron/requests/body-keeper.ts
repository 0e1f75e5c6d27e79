import { BodyFileError, type BodyFile, type BodyFiles } from '../ports/body-files.ts';
import type { BodyTap } from './read-body.ts';
import type { Redactor } from './redactor.ts';
import { createStreamMasker } from './stream-masker.ts';

/** A whole body, masked. */
export interface KeptBody {
  readonly content: Uint8Array | BodyFile;
  readonly size: number;
  readonly contentType: string;
  readonly isRedacted: boolean;
}

export interface BodyKeeper extends BodyTap {
  /** How many bytes are kept; `null` when the disk refused. */
  finish(): Promise<number | null>;
  /** Nothing of it is kept. */
  drop(): Promise<void>;
}

export interface BodyKeeperOptions {
  readonly files: Pick<BodyFiles, 'create'>;
  readonly redactor: Pick<Redactor, 'maskBytes' | 'overlap'>;
  /** A body beyond this goes into a file. */
  readonly memoryBytes: number;
  readonly contentType: string;
  readonly add: (kept: KeptBody) => void;
}

/** Masked and written at once. It is also what keeps a stream of tiny chunks from becoming as many small objects. */
const BLOCK = 256 * 1024;

/** Masks a body as it comes and keeps it: in memory, and in a file from `memoryBytes` on. A disk that refuses ends the keeping, no more. */
export function createBodyKeeper(options: BodyKeeperOptions): BodyKeeper {
  const { files, redactor, memoryBytes, contentType, add } = options;
  const masker = createStreamMasker(redactor);
  const block = new BlockBuffer();
  let gathered: Uint8Array[] = [];
  let size = 0;
  let file: BodyFile | null = null;
  let isOver = false;

  const drop = async (): Promise<void> => {
    isOver = true;
    gathered = [];
    await file?.remove();
  };
  const append = async (bytes: Uint8Array): Promise<void> => {
    size += bytes.length;
    if (file === null && size <= memoryBytes) {
      gathered.push(Uint8Array.from(bytes));
      return;
    }
    try {
      file ??= await files.create();
      for (const part of gathered.splice(0)) await file.append(part);
      await file.append(bytes);
    } catch (error) {
      if (!(error instanceof BodyFileError)) throw error;
      await drop();
    }
  };
  const fill = async (chunk: Uint8Array): Promise<void> => {
    for (let rest = chunk; rest.length > 0 && !isOver;) {
      rest = rest.subarray(block.take(rest));
      if (block.isFull) await append(masker.push(block.empty()));
    }
  };
  return {
    write: (chunk) => {
      if (isOver) return undefined;
      if (chunk.length >= block.room) return fill(chunk);
      block.take(chunk);
      return undefined;
    },
    async finish() {
      if (!isOver) await append(masker.push(block.empty()));
      if (!isOver) await append(masker.end());
      if (isOver) return null;
      add({ content: file ?? Buffer.concat(gathered), size, contentType, isRedacted: masker.isRedacted });
      return size;
    },
    drop,
  };
}

/** Gathers chunks into a block. They are copied, so that small ones do not hold on to large network buffers. */
class BlockBuffer {
  #buffer = Buffer.alloc(0);
  #used = 0;

  get room(): number {
    return BLOCK - this.#used;
  }

  get isFull(): boolean {
    return this.#used === BLOCK;
  }

  /** Returns how many bytes it took. */
  take(chunk: Uint8Array): number {
    const part = chunk.subarray(0, this.room);
    const needed = this.#used + part.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.alloc(Math.min(BLOCK, Math.max(needed, this.#buffer.length * 4, 4096)));
      grown.set(this.#buffer.subarray(0, this.#used));
      this.#buffer = grown;
    }
    this.#buffer.set(part, this.#used);
    this.#used = needed;
    return part.length;
  }

  /** What was gathered, to be copied before the next is taken. */
  empty(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    return bytes;
  }
}
