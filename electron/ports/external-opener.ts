/** Opens an https address in the person's browser, after asking them. */
export interface ExternalOpener {
  open(url: string): Promise<'opened' | 'declined'>;
}
