/** A private file that grows at its end. */
export interface BodyFile {
  /** Throws `BodyFileError` when the disk refuses. */
  append(bytes: Uint8Array): Promise<void>;
  /** At most `length` bytes from `offset` on; fewer at the end. Throws `BodyFileError`. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Never throws: what is left goes at the next start. */
  remove(): Promise<void>;
}

/** Files for what is too large for memory, readable by their owner alone, gone when Keyfob quits. */
export interface BodyFiles {
  /** Throws `BodyFileError` when the disk refuses. */
  create(): Promise<BodyFile>;
  /** Writes what the person asked for: all or nothing, readable by its owner alone. Throws `BodyFileError`. */
  save(path: string, content: Uint8Array | BodyFile): Promise<void>;
  removeAll(): Promise<void>;
}

/** The disk refused. */
export class BodyFileError extends Error {
  override readonly name = 'BodyFileError';
}
