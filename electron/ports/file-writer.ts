/** Writes files that the person asked for. */
export interface FileWriter {
  /** All or nothing, readable by its owner alone. Throws `FileWriteError` when the disk refuses; an old file is then as it was. */
  write(path: string, content: string): Promise<void>;
}

/** The disk refused a file. Maps to the error code `export-failed`. */
export class FileWriteError extends Error {
  override readonly name = 'FileWriteError';
}
