import { german, type German } from '../../shared/texts/de/german.ts';
import { speakGerman } from '../../shared/texts/speech.ts';

/** Stand before and after each text of the catalogue; two characters that nobody writes. */
const BEGIN = '\uE000';
const END = '\uE001';

type Maker = (...given: readonly unknown[]) => unknown;

/** The same, with a mark around every text in it and around what its functions say. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : `${BEGIN}${value}${END}`;
  if (typeof value === 'function')
    return (...given: readonly unknown[]) => marked((value as Maker)(...given)); // a function of the catalogue
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each)]));
}

/** The German catalogue, of which each text says that it is from there. */
export const markedGerman = marked(german) as German; // the same shape

/** What of a text is from no catalogue, piece by piece. */
function unmarked(text: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  const end = () => {
    pieces.push(...namesIn(piece));
    piece = '';
  };
  for (const character of text) {
    if (character === BEGIN) {
      end();
      depth += 1;
    } else if (character === END) depth -= 1;
    else if (depth === 0) piece += character;
  }
  end();
  return pieces.filter((each) => WORD.test(each));
}

const WORD = /\p{L}{2}/u;
/** A mask, and a method or a status before a name. */
const BESIDE_NAMES = /\S*•\S*|^\s*(?:GET|POST|PUT|PATCH|DELETE|\d{3})\s/g;
const BETWEEN_NAMES = /\n|, | › | · /;
const AROUND_NAMES = /^[\s,:;()]+|[\s,:;()]+$/g;

function namesIn(text: string): readonly string[] {
  return text
    .replace(BESIDE_NAMES, '')
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(AROUND_NAMES, ''));
}
const WORDS = /\p{L}{2,}/gu;

/** The words of dates, times and sizes, which come from the system and not from the catalogue. */
function formatWords(): ReadonlySet<string> {
  const { date, dateTime, relative, remaining, day, bytes, duration } = speakGerman('de', german).formats;
  const now = Date.UTC(2026, 5, 15, 12);
  const spans = [0, 1, 2].flatMap((count) =>
    [60e3, 3_600e3, 86_400e3, 7 * 86_400e3, 31 * 86_400e3, 366 * 86_400e3].map((unit) => count * unit),
  );
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1));
  const texts = [
    ...months.flatMap((at) => [date(at), dateTime(at), day(at, now)]),
    ...spans.flatMap((span) => [
      relative(now - span, now),
      relative(now + span, now),
      remaining(now + span, now),
      day(now - span, now),
    ]),
    ...Array.from({ length: 14 }, (_, days) => day(now - days * 86_400e3, now)),
    ...[1, 1e3, 1e6, 1e9, 1e12].flatMap((count) => [bytes(count), duration(count)]),
  ];
  return new Set(texts.flatMap((text) => text.match(WORDS) ?? []));
}

/** Names, methods, addresses and variables, and what React Aria says in German by itself. */
const OF_NO_LANGUAGE = [
  /^\S*[./:]\S*$/,
  /^[A-Z]+$/,
  /^\{\{[\w-]+\}\}$/,
  /^Keyfob( [\d.]+)?$/,
  /^[A-Z]\w+(-\w+)+$/,
  /^Schließen$/,
];

/** Everything that is text in it. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return namesIn(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/**
 * Tells what of a text is neither from the German catalogue nor the name of something that there is: nothing, it should be.
 * `shown` is what the window is shown.
 */
export function wordsOutside(shown: object): (text: string) => readonly string[] {
  const names = new Set(textsOf(shown));
  const ofFormats = formatWords();
  const isKnown = (piece: string) =>
    names.has(piece) ||
    OF_NO_LANGUAGE.some((pattern) => pattern.test(piece)) ||
    (piece.match(WORDS) ?? []).every((word) => ofFormats.has(word));
  return (text) => unmarked(text).filter((piece) => !isKnown(piece));
}

const SAID = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
];
const NOT_SAID: ReadonlySet<string> = new Set(['PRE', 'CODE', 'KBD', 'SCRIPT', 'STYLE']);

/** Everything that an element says, shown or to a screen reader, but for code, keys and what was typed. */
export function textsIn(element: Element): readonly string[] {
  if (NOT_SAID.has(element.tagName) || element.classList.contains('cm-content')) return [];
  if (element.getAttribute('translate') === 'no') return [];
  const named = SAID.map((name) => element.getAttribute(name) ?? '');
  const within = [...element.childNodes].flatMap((node) =>
    node instanceof Element ? textsIn(node) : node instanceof Text ? [node.data] : [],
  );
  return [...named, ...within];
}
