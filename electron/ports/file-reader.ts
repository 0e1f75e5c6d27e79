/** Reads files that the person chose. */
export interface FileReader {
  /** UTF-8; `null` for a file that cannot be read, is none, or is larger than `maxBytes`. */
  readText(path: string, maxBytes: number): Promise<string | null>;
}
