import { BodyFileError, type BodyFile, type BodyFiles } from '../../electron/ports/body-files.ts';

export interface InMemoryBodyFiles extends BodyFiles {
  /** What was saved, by its path. */
  readonly saved: Map<string, Buffer>;
  /** The files that are there. */
  readonly open: Set<BodyFile>;
  /** Set to play a full disk. */
  isRefusing: boolean;
}

export function inMemoryBodyFiles(): InMemoryBodyFiles {
  const refuse = (): void => {
    if (files.isRefusing) throw new BodyFileError('full');
  };
  const files: InMemoryBodyFiles = {
    saved: new Map(),
    open: new Set(),
    isRefusing: false,
    async create() {
      await Promise.resolve();
      refuse();
      const file = inMemoryBodyFile(refuse, () => files.open.delete(file));
      files.open.add(file);
      return file;
    },
    async save(path, content) {
      refuse();
      const bytes = content instanceof Uint8Array ? content : await content.read(0, Number.MAX_SAFE_INTEGER);
      files.saved.set(path, Buffer.from(bytes));
    },
    async removeAll() {
      await Promise.resolve();
      files.open.clear();
    },
  };
  return files;
}

function inMemoryBodyFile(refuse: () => void, onRemoved: () => void): BodyFile {
  let bytes = Buffer.alloc(0);
  return {
    async append(more) {
      await Promise.resolve();
      refuse();
      bytes = Buffer.concat([bytes, more]);
    },
    async read(offset, length) {
      await Promise.resolve();
      refuse();
      return bytes.subarray(offset, offset + length);
    },
    async remove() {
      await Promise.resolve();
      onRemoved();
    },
  };
}
