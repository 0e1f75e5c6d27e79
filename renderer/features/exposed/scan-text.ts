import type {
  EndedScan,
  FoundFile,
  FoundGroup,
  FoundPlace,
  FoundValue,
} from '../../../shared/domain/exposed-scan.ts';
import type { Tone } from '../../ui/tag.tsx';

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

function placeText(place: FoundPlace): string {
  switch (place.kind) {
    case 'text':
      return `${String(place.line)}:${String(place.column)}`;
    case 'binary':
      return `byte ${place.offset.toLocaleString()}`;
    case 'encoded':
      return `in Base64 from byte ${place.offset.toLocaleString()}`;
    case 'path':
      return 'in its name';
  }
}

/** Where the value stands in the file: lines and columns, and how many more. */
export function placesText({ places, count }: FoundFile): string {
  const more = count - places.length;
  return [...places.map(placeText), ...(more > 0 ? [`${more.toLocaleString()} more`] : [])].join(', ');
}

/** What is known of a group's value, in a word, and what follows from it. */
export function valueText({ key, value }: Pick<FoundGroup, 'key' | 'value'>): {
  readonly word: string;
  readonly tone: Tone;
  readonly advice: string;
} {
  switch (value) {
    case 'present':
      return { word: 'Works', tone: 'danger', advice: presentAdvice(key) };
    case 'in-grace':
      return {
        word: 'Old value, in its grace',
        tone: 'warn',
        advice: 'It works until its grace ends. Regenerating as exposed ends it now.',
      };
    case 'replaced':
      return {
        word: key.kind === 'revoked-key' ? 'Deleted here' : 'Replaced here',
        tone: 'warn',
        advice: 'Keyfob no longer keeps it. It works until it is revoked at its service.',
      };
    case 'ended':
      return { word: 'Refused', tone: 'neutral', advice: 'It works no longer.' };
  }
}

function presentAdvice(key: FoundGroup['key']): string {
  if (key.kind === 'access-key')
    return 'Delete it under Collection access keys, and share the collection anew.';
  if (key.kind === 'revoked-key') return '';
  return key.creatorName === null
    ? 'Whoever can read these files can use it.'
    : 'It belongs to another member: revoke it in Team keys.';
}

export const isUsable = (value: FoundValue): boolean => value === 'present' || value === 'in-grace';

/** What could not be searched although it should have been. */
export function problemTexts({ gaps, coverage }: Pick<EndedScan, 'gaps' | 'coverage'>): readonly string[] {
  return lines([
    [gaps.unreadable, 'file or folder could not be read.', 'files or folders could not be read.'],
    [gaps.vanished, 'file was gone before it was read.', 'files were gone before they were read.'],
    [
      coverage.notOpened,
      'key of Postman or a custom service was not looked for: Keyfob could not open it. Unlock it and scan again.',
      'keys of Postman and custom services were not looked for: Keyfob could not open them. Unlock them and scan again.',
    ],
  ]);
}

/** What was left out on purpose. */
export function leftOutTexts({ gaps, coverage }: Pick<EndedScan, 'gaps' | 'coverage'>): readonly string[] {
  return lines([
    [gaps.links, 'link was not followed.', 'links were not followed.'],
    [gaps.special, 'device or system folder was left out.', 'devices and system folders were left out.'],
    [
      gaps.gitHistories,
      'Git history was not looked into: it is compressed. Search it with “git log -S”.',
      'Git histories were not looked into: they are compressed. Search them with “git log -S”.',
    ],
    [
      gaps.leftOut,
      'folder of installed packages was left out.',
      'folders of installed packages were left out.',
    ],
    [gaps.ownFolder, 'folder is Keyfob’s own: keys lie in it sealed.', 'folders are Keyfob’s own.'],
    [
      coverage.tooShort,
      'key is too short to be told from other text.',
      'keys are too short to be told from other text.',
    ],
  ]);
}

/** Keys that are there and nobody’s here; `null` without any. */
export function foreignText({ foreign: { local, postman } }: Pick<EndedScan, 'foreign'>): string | null {
  const parts = [
    ...(local > 0 ? [`${countText(local, 'key', 'keys')} of a Local API`] : []),
    ...(postman > 0 ? [`${countText(postman, 'text')} shaped like a Postman key`] : []),
  ];
  return parts.length === 0 ? null : `Also there, and not among your keys: ${parts.join(', ')}.`;
}

function lines(counted: readonly (readonly [count: number, one: string, many: string])[]): readonly string[] {
  return counted.filter(([count]) => count > 0).map(([count, one, many]) => countText(count, one, many));
}
