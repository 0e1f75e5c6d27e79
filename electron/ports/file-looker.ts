export type FileLook =
  | { readonly kind: 'file'; readonly size: number }
  /** Gone, not readable, no regular file, or reached by a link. */
  | { readonly kind: 'unreadable' };

/** Looks at a file that is to be sent, without reading it. */
export interface FileLooker {
  look(path: string): Promise<FileLook>;
}
