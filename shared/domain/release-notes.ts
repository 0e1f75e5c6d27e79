/** A heading of a version's notes with what stands under it. */
export interface NotesSection {
  readonly title: string;
  readonly items: readonly string[];
}

/** What a changelog (https://keepachangelog.com/) says of a version; empty when it says nothing. */
export function notesOf(changelog: string, version: string): readonly NotesSection[] {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`## [${version}]`));
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '));
  const sections: { title: string; items: string[] }[] = [];
  for (const line of lines.slice(start + 1, end < 0 ? undefined : end)) {
    const items = sections.at(-1)?.items;
    if (line.startsWith('### ')) sections.push({ title: plain(line.slice(4)), items: [] });
    else if (line.startsWith('- ')) items?.push(plain(line.slice(2)));
    // A line that goes on belongs to the item before it.
    else if (/^\s+\S/.test(line) && items !== undefined && items.length > 0)
      items.push(`${items.pop() ?? ''} ${plain(line)}`);
  }
  return sections.filter(({ items }) => items.length > 0);
}

/** Without the marks of Markdown that a changelog uses. */
function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/\*\*([^*]*)\*\*/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** Whether `version` is newer than `than`; both as `1.2.3`, of which what follows does not count. */
export function isNewer(version: string, than: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(than)];
  const at = ours.findIndex((number, index) => number !== theirs[index]);
  return at >= 0 && (ours[at] ?? 0) > (theirs[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(Number);
}
