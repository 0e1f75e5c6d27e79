/**
 * Whether the whole of a text is as a pattern says: `*` is any run of characters, `?` is one. In time proportional to both lengths at
 * worst, so that no pattern of a shared set-up can hold a run, as a regular expression could.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let wanted = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const next = pattern[wanted];
    if (next === '*') {
      star = wanted;
      retry = at;
      wanted += 1;
    } else if (next !== undefined && (next === '?' || next === text[at])) {
      wanted += 1;
      at += 1;
    } else if (star >= 0) {
      // The last star takes one more; an earlier one never has to.
      wanted = star + 1;
      retry += 1;
      at = retry;
    } else return false;
  }
  while (pattern[wanted] === '*') wanted += 1;
  return wanted === pattern.length;
}
