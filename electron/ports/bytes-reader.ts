/** Reads small files whose bytes are no text. */
export interface BytesReader {
  /** `null` for a file that cannot be read, is none, or is larger than `maxBytes`. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | null>;
}
