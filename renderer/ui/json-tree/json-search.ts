import { endOfToken, skipWhitespace } from '../../../shared/domain/json-tokens.ts';
import { textOfString } from '../../../shared/domain/json-nodes.ts';

/** A value whose name or text was searched for, and what has to be unfolded to see it. */
export interface JsonMatch {
  readonly start: number;
  readonly ancestors: readonly number[];
}

/** A person who searches for one letter in megabytes is still typing. */
export const MAX_JSON_MATCHES = 2_000;

interface Open {
  readonly start: number;
  readonly isObject: boolean;
  isAtName: boolean;
}

/** Looks for a text in names and values, ignoring case, in one pass over the document; at most `MAX_JSON_MATCHES`. */
export function searchJson(text: string, searched: string): readonly JsonMatch[] {
  const wanted = searched.toLowerCase();
  const matches: JsonMatch[] = [];
  if (wanted === '') return matches;
  const open: Open[] = [];
  let isNamed = false;
  const note = (start: number): void => {
    matches.push({ start, ancestors: open.map((container) => container.start) });
  };
  for (let at = skipWhitespace(text, 0); at < text.length && matches.length < MAX_JSON_MATCHES;) {
    const character = text.charAt(at);
    const end = character === '{' || character === '[' ? at + 1 : endOfToken(text, at);
    const inside = open.at(-1);
    if (character === '{' || character === '[') {
      if (isNamed) note(at);
      isNamed = false;
      open.push({ start: at, isObject: character === '{', isAtName: true });
    } else if (character === '}' || character === ']') open.pop();
    else if (character === ',') {
      if (inside !== undefined) inside.isAtName = true;
    } else if (character !== ':') {
      const token = text.slice(at, end);
      const isFound = (character === '"' ? textOfString(token) : token).toLowerCase().includes(wanted);
      if (inside?.isObject === true && inside.isAtName) {
        inside.isAtName = false;
        isNamed = isFound;
      } else {
        if (isFound || isNamed) note(at);
        isNamed = false;
      }
    }
    at = skipWhitespace(text, end);
  }
  return matches;
}
