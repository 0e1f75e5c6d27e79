import type {
  EndedScan,
  FoundFile,
  FoundGroup,
  FoundPlace,
  FoundValue,
} from '../../../shared/domain/exposed-scan.ts';
import type { Tone } from '../../ui/tag.tsx';
import type { ExposedTexts } from '../../../shared/texts/en/exposed.ts';

function placeText(place: FoundPlace, texts: ExposedTexts): string {
  switch (place.kind) {
    case 'text':
      return `${String(place.line)}:${String(place.column)}`;
    case 'binary':
      return texts.place.byte(place.offset);
    case 'encoded':
      return texts.place.encoded(place.offset);
    case 'path':
      return texts.place.name;
  }
}

/** Where the value stands in the file: lines and columns, and how many more. */
export function placesText({ places, count }: FoundFile, texts: ExposedTexts): string {
  const more = count - places.length;
  return [
    ...places.map((place) => placeText(place, texts)),
    ...(more > 0 ? [texts.place.more(more)] : []),
  ].join(', ');
}

/** What is known of a group's value, in a word, and what follows from it. */
export function valueText(
  { key, value }: Pick<FoundGroup, 'key' | 'value'>,
  texts: ExposedTexts,
): {
  readonly word: string;
  readonly tone: Tone;
  readonly advice: string;
} {
  switch (value) {
    case 'present':
      return { word: texts.value.works, tone: 'danger', advice: presentAdvice(key, texts) };
    case 'in-grace':
      return {
        word: texts.value.old,
        tone: 'warn',
        advice: texts.value.oldAdvice,
      };
    case 'replaced':
      return {
        word: key.kind === 'revoked-key' ? texts.value.deleted : texts.value.replaced,
        tone: 'warn',
        advice: texts.value.replacedAdvice,
      };
    case 'ended':
      return { word: texts.value.refused, tone: 'neutral', advice: texts.value.endedAdvice };
  }
}

function presentAdvice(key: FoundGroup['key'], texts: ExposedTexts): string {
  if (key.kind === 'access-key') return texts.value.accessKeyAdvice;
  if (key.kind === 'revoked-key') return '';
  return key.creatorName === null ? texts.value.ownAdvice : texts.value.othersAdvice;
}

export const isUsable = (value: FoundValue): boolean => value === 'present' || value === 'in-grace';

/** What could not be searched although it should have been. */
export function problemTexts(
  { gaps, coverage }: Pick<EndedScan, 'gaps' | 'coverage'>,
  { problems }: ExposedTexts,
): readonly string[] {
  return lines([
    [gaps.unreadable, problems.unreadable],
    [gaps.vanished, problems.vanished],
    [gaps.damaged, problems.damaged],
    [gaps.tooMuch, problems.tooMuch],
    [coverage.notOpened, problems.notOpened],
  ]);
}

/** What was left out on purpose. */
export function leftOutTexts(
  { gaps, coverage }: Pick<EndedScan, 'gaps' | 'coverage'>,
  { leftOut }: ExposedTexts,
): readonly string[] {
  return lines([
    [gaps.links, leftOut.links],
    [gaps.special, leftOut.special],
    [gaps.gitHistories, leftOut.gitHistories],
    [gaps.otherPacked, leftOut.otherPacked],
    [gaps.nested, leftOut.nested],
    [gaps.leftOut, leftOut.packages],
    [gaps.ownFolder, leftOut.ownFolder],
    [coverage.tooShort, leftOut.tooShort],
  ]);
}

/** Keys that are there and nobody’s here; `null` without any. */
export function foreignText(
  { foreign: { local, postman } }: Pick<EndedScan, 'foreign'>,
  texts: ExposedTexts,
): string | null {
  const parts = [
    ...(local > 0 ? [texts.foreign.local(local)] : []),
    ...(postman > 0 ? [texts.foreign.postman(postman)] : []),
  ];
  return parts.length === 0 ? null : texts.foreign.all(parts.join(', '));
}

function lines(
  counted: readonly (readonly [count: number, say: (count: number) => string])[],
): readonly string[] {
  return counted.filter(([count]) => count > 0).map(([count, say]) => say(count));
}
