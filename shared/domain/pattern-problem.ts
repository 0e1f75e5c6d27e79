export const MAX_PATTERN = 1_000;

/** Why a text is no regular expression. `at`: the number of the character, from 1. */
export type PatternProblem =
  | { readonly kind: 'not-closed'; readonly at: number; readonly character: string }
  | { readonly kind: 'not-read'; readonly at: number; readonly character: string }
  | { readonly kind: 'too-long' };

/** What keeps a text from being a regular expression (ECMAScript, with Unicode), and where; `null` when it is one. */
export function patternProblem(pattern: string): PatternProblem | null {
  if (pattern.length > MAX_PATTERN) return { kind: 'too-long' };
  if (isPattern(pattern)) return null;
  const last = openIn(pattern).at(-1);
  if (last !== undefined && isReadable(pattern)) return { kind: 'not-closed', ...placeAt(pattern, last) };
  // What is wrong in a part stays wrong, so the longest part that can be read ends where reading does.
  let length = pattern.length - 1;
  while (length > 0 && !isReadable(pattern.slice(0, length))) length -= 1;
  return { kind: 'not-read', ...placeAt(pattern, length) };
}

function placeAt(pattern: string, index: number) {
  return { at: index + 1, character: String.fromCodePoint(pattern.codePointAt(index) ?? 0) };
}

/** Whether it is a pattern once what is open in it is closed. */
function isReadable(part: string): boolean {
  const ends = openIn(part).map((at) => (part[at] === '(' ? ')' : ']'));
  return isPattern(part + ends.toReversed().join(''));
}

/** It is read alone: to look for it may take for ever. */
function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    // The message repeats the pattern and names no place.
    return false;
  }
}

/** Where the groups and the class begin that are not closed. */
function openIn(pattern: string): readonly number[] {
  const open: number[] = [];
  let isInClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (isInClass) {
      if (character !== ']') continue;
      isInClass = false;
      open.pop();
    } else if (character === '(' || character === '[') {
      isInClass = character === '[';
      open.push(at);
    } else if (character === ')') open.pop();
  }
  return open;
}
