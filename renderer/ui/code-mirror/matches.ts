export interface Match {
  /** Offsets in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** More than this is not looked for: a person who searches for one letter in megabytes is still typing. */
export const MAX_MATCHES = 20_000;

/** Where a text stands in a document, in order; at most `MAX_MATCHES`. Quick in documents of megabytes. */
export function findMatches(document: string, text: string, isCaseSensitive: boolean): readonly Match[] {
  if (text === '') return [];
  const pattern = new RegExp(
    text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
    isCaseSensitive ? 'g' : 'gi',
  );
  const matches: Match[] = [];
  for (const match of document.matchAll(pattern)) {
    matches.push({ from: match.index, to: match.index + match[0].length });
    if (matches.length === MAX_MATCHES) break;
  }
  return matches;
}

/** The first match that starts at or after `position`, else the very first. */
export function matchAfter(matches: readonly Match[], position: number): Match | null {
  return matches.find(({ from }) => from >= position) ?? matches[0] ?? null;
}

/** The last match that ends at or before `position`, else the very last. */
export function matchBefore(matches: readonly Match[], position: number): Match | null {
  return matches.findLast(({ to }) => to <= position) ?? matches.at(-1) ?? null;
}
