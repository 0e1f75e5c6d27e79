/** The system's clipboard. Calls reject when the system refuses. */
export interface Clipboard {
  /** Writes text with the formats that keep it out of clipboard histories and cloud clipboards. */
  writeConcealed(text: string): Promise<void>;
  /** Writes text that may stay and be kept in clipboard histories. */
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
  clear(): Promise<void>;
}
