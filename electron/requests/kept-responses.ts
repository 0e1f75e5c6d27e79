import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { BodyFileError, type BodyFiles } from '../ports/body-files.ts';
import type { Redactor } from './redactor.ts';
import { createBodyKeeper, type BodyKeeper, type KeptBody } from './body-keeper.ts';
import { told } from '../told.ts';

/** The whole bodies of the last responses, masked, until Keyfob quits: small ones in memory, large ones in private files. */
export interface KeptResponses {
  /** Begins to keep the body of an exchange. */
  begin(id: string, redactor: Redactor, contentType: string): BodyKeeper;
  /** `not-found`, `file-unreadable`. `size` is that of the whole body. */
  read(id: string, offset: number, length: number): Promise<Result<BodyPart>>;
  /** A copy of the whole body, or its size alone when that is more than `most`. `not-found`, `file-unreadable`. */
  readWhole(id: string, most: number): Promise<Result<WholeBody>>;
  /** `not-found`, `export-failed`. */
  save(id: string, path: string): Promise<Result<SavedBody>>;
  has(id: string): boolean;
  /** Forgets the body of one exchange. */
  drop(id: string): void;
  /** Forgets all. To be called at quit. */
  close(): Promise<void>;
}

export interface BodyPart {
  readonly bytes: Uint8Array;
  readonly size: number;
}

export interface WholeBody {
  /** `null`: it is larger than was asked for. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly contentType: string;
}

export interface SavedBody {
  readonly size: number;
  readonly isRedacted: boolean;
}

export interface KeptResponsesOptions {
  readonly files: BodyFiles;
  readonly limits?: KeptLimits;
}

export interface KeptLimits {
  readonly responses: number;
  /** Of all files together. */
  readonly fileBytes: number;
  /** A body beyond this goes into a file. */
  readonly memoryBytes: number;
}

const MIB = 1024 * 1024;
const DEFAULT_LIMITS: KeptLimits = { responses: 24, fileBytes: 2048 * MIB, memoryBytes: MIB };

export function createKeptResponses({ files, limits = DEFAULT_LIMITS }: KeptResponsesOptions): KeptResponses {
  const kept = new Map<string, KeptBody>();
  const forget = (id: string): void => {
    const content = kept.get(id)?.content;
    kept.delete(id);
    if (content !== undefined && !(content instanceof Uint8Array)) void content.remove();
  };
  const add = (id: string, one: KeptBody): void => {
    forget(id);
    kept.set(id, one);
    for (const oldest of kept.keys()) {
      if (oldest === id || (kept.size <= limits.responses && fileBytes(kept) <= limits.fileBytes)) break;
      forget(oldest);
    }
  };
  return {
    begin: (id, redactor, contentType) => {
      const { memoryBytes } = limits;
      return createBodyKeeper({ files, redactor, memoryBytes, contentType, add: (one) => add(id, one) });
    },
    async read(id, offset, length) {
      const one = kept.get(id);
      if (one === undefined) return failed('not-found', GONE);
      return guarded('file-unreadable', async () => {
        const { content, size } = one;
        const bytes =
          content instanceof Uint8Array
            ? content.subarray(offset, offset + length)
            : await content.read(offset, length);
        return { bytes, size };
      });
    },
    async readWhole(id, most) {
      const one = kept.get(id);
      if (one === undefined) return failed('not-found', GONE);
      const { content, size, contentType } = one;
      if (size > most) return ok({ bytes: null, contentType });
      return guarded('file-unreadable', async () => {
        const bytes = content instanceof Uint8Array ? content : await content.read(0, size);
        return { bytes: Uint8Array.from(bytes), contentType };
      });
    },
    async save(id, path) {
      const one = kept.get(id);
      if (one === undefined) return failed('not-found', GONE);
      return guarded('export-failed', async () => {
        await files.save(path, one.content);
        return { size: one.size, isRedacted: one.isRedacted };
      });
    },
    has: (id) => kept.has(id),
    drop: forget,
    async close() {
      kept.clear();
      await files.removeAll();
    },
  };
}

const GONE = told('responseNotKept');

function fileBytes(kept: ReadonlyMap<string, KeptBody>): number {
  let bytes = 0;
  for (const { content, size } of kept.values()) if (!(content instanceof Uint8Array)) bytes += size;
  return bytes;
}

async function guarded<Value>(
  code: 'file-unreadable' | 'export-failed',
  work: () => Promise<Value>,
): Promise<Result<Value>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof BodyFileError)) throw error;
    return code === 'export-failed' ? failed(code) : failed(code, GONE);
  }
}
