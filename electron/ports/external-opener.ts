/** Opens an address in the person's browser, after asking them. */
export interface ExternalOpener {
  /** https alone. */
  open(url: string): Promise<'opened' | 'declined'>;
  /** An address of the Local API that the main process put together; anything that is not on loopback is declined. */
  openLocal(url: string): Promise<'opened' | 'declined'>;
}
