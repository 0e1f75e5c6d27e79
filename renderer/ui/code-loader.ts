/** A module that is loaded once, when it is first needed. */
export interface CodeLoader<Code> {
  /** Null until it is there. */
  loaded(): Code | null;
  load(): Promise<Code>;
}

export function codeLoader<Code>(load: () => Promise<Code>): CodeLoader<Code> {
  let code: Code | null = null;
  return {
    loaded: () => code,
    load: async () => (code ??= await load()),
  };
}
