/** Tells whether a text has a part that is as a pattern says. */
export type RegexMatcher = (text: string) => boolean;

/**
 * A pattern as ECMAScript writes it, with Unicode: what is no pattern is refused there instead of taken as it stands. `null` for none, and
 * for one that is too large for the engine. Looking may take for ever, so that it is done where it can be ended (expectation-worker.ts).
 */
export function regexMatcher(pattern: string): RegexMatcher | null {
  try {
    const regex = new RegExp(pattern, 'u');
    // It is made when it is first used.
    regex.test('');
    return (text) => regex.test(text);
  } catch {
    // The engine's message repeats the pattern.
    return null;
  }
}
