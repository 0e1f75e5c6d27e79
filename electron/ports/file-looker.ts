export type FileLook =
  | { readonly kind: 'file'; readonly size: number }
  /** Gone, not readable, no regular file, or reached by a link. */
  | { readonly kind: 'unreadable' };

/** A file that stays the one that was opened, whatever takes its place meanwhile. */
export interface OpenedFile {
  /** Bytes when it was opened. */
  readonly size: number;
  /** From its beginning, at most `size` bytes; as often as it is asked for. */
  read(): AsyncIterable<Uint8Array>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Looks at files that are to be sent. */
export interface FileLooker {
  /** Without reading it. */
  look(path: string): Promise<FileLook>;
  /** `null` where `look` finds no file. To be closed. */
  open(path: string): Promise<OpenedFile | null>;
}
