import { MAX_NOTES_LENGTH } from '../../shared/domain/update-state.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
/** More than this is not even looked at. */
const MOST_RAW = 100_000;

/**
 * What a host wrote about a version, as plain text: without markup, control characters and those that turn the direction of
 * writing, and not longer than a person reads.
 */
export function plainNotes(raw: string): string {
  const text = raw
    .slice(0, MOST_RAW)
    .replaceAll(/<(script|style)\b[^<>]*>.*?(?:<\/\1\s*>|$)/gis, '')
    .replaceAll(/<(?:br|\/p|\/li|\/h\d|\/ul|\/ol|\/div)\b[^<>]*>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>/gi, '– ')
    .replaceAll(/<\/?[a-z!][^>]*(?:>|$)/gi, '')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replaceAll(/\r\n?/g, '\n')
    // Tabs and line ends stay; unassigned and private characters, and marks of direction, do not.
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text.length <= MAX_NOTES_LENGTH ? text : `${text.slice(0, MAX_NOTES_LENGTH - 1).trimEnd()}…`;
}
