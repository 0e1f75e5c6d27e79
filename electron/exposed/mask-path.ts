import { createByteMatcher, type ByteMatch } from './byte-matcher.ts';
import type { ScanPatterns } from './scan-patterns.ts';

const DOTS = '••••••••';

export interface MaskedPath {
  /** Dots in the place of every key in it, and signs that show nothing or turn the text around replaced. */
  readonly shown: string;
  readonly matches: readonly ByteMatch[];
}

/** A path may be named after a key, and then it must not be shown as it is. */
export function createPathMask(patterns: ScanPatterns): (path: string) => MaskedPath {
  let matches: ByteMatch[] = [];
  const matcher = createByteMatcher(patterns, (match) => matches.push(match));
  return (path) => {
    matches = [];
    const bytes = Buffer.from(path, 'utf8');
    matcher.start();
    matcher.push(bytes);
    matcher.end();
    if (matches.length === 0) return { shown: visibleText(path), matches };
    let shown = '';
    let from = 0;
    for (const { offset, bytes: length } of matches) {
      if (offset >= from) shown += bytes.toString('utf8', from, offset) + DOTS;
      from = Math.max(from, offset + length);
    }
    return { shown: visibleText(shown + bytes.toString('utf8', from)), matches };
  };
}

/** Line feeds, terminals' commands, and what changes the direction of writing: a name may be anybody's. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function visibleText(text: string): string {
  return text.replace(INVISIBLE, '\uFFFD');
}
