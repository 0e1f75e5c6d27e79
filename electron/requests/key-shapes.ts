import { maskOf } from '../../shared/domain/api-key.ts';

/**
 * What the keys of Postman (`PMAK-`, `PMAT-`), of the Local API (`kfak_`, `kfat_`) and those that Keyfob makes for custom services
 * (`key_`) look like. Text of this shape is masked wherever text leaves the sender, whether Keyfob knows the key or not.
 */
export const KEY_SHAPE =
  /PMAK-[0-9a-fA-F]{24}-[0-9a-fA-F]{34}|PMAT-[0-9A-Za-z]{26}|kfa[kt]_[0-9A-Za-z]{1,40}_[0-9A-Za-z]{38}|key_[0-9A-Za-z]{40}/g;

export function maskKeyShapes(text: string): string {
  return text.replace(KEY_SHAPE, (shape) => maskOf(shape));
}

/** No text that is shorter holds a key’s shape. */
export const SHORTEST_SHAPE = 31;
/** Every shape begins with one of these. */
const BEGINNINGS = ['PMAK-', 'PMAT-', 'kfak_', 'kfat_', 'key_'] as const;
/** The last characters of those, which are rarer in most texts than their first ones; and those before them. */
const MARKS = ['-', '_'] as const;
const BEFORE_MARKS = 'KTkty';

/** Tells every place at which something is shaped like a key, in order. */
export function findKeyShapes(text: string, onShape: (shape: string, start: number) => void): void {
  if (text.length < SHORTEST_SHAPE || !MARKS.some((mark) => holdsBeginning(text, mark))) return;
  for (const match of text.matchAll(KEY_SHAPE)) onShape(match[0], match.index);
}

/** Most texts hold no beginning, which is quick to tell. */
function holdsBeginning(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (!BEFORE_MARKS.includes(text.charAt(at - 1))) continue;
    if (BEGINNINGS.some((beginning) => text.startsWith(beginning, at + 1 - beginning.length))) return true;
  }
  return false;
}
