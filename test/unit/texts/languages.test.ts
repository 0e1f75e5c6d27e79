import { describe, expect, test } from 'vitest';
import { appError, appErrorSchema, failed } from '../../../shared/domain/app-error.ts';
import { chooseLanguage } from '../../../shared/domain/language.ts';
import { german } from '../../../shared/texts/de/german.ts';
import { serviceDraftSchema } from '../../../shared/domain/service.ts';
import { toldSchema } from '../../../shared/domain/told.ts';
import { told } from '../../../electron/told.ts';
import { toldTexts } from '../../../shared/texts/en/told.ts';
import type { ToldText } from '../../../shared/texts/told-text.ts';
import { fieldTexts } from '../../../shared/texts/en/fields.ts';
import { shellTexts } from '../../../shared/texts/en/shell.ts';
import { speak, speakEnglish, speakGerman } from '../../../shared/texts/speech.ts';
import { sourcesIn } from '../../support/texts-outside.ts';

/** Values that choose among texts, and stand in none. */
const CHOICES = {
  ...{ code: 'cancelled', kind: 'unused', whose: 'team', place: 'address' },
  ...{ state: 'keychain-locked', hasBackup: 'yes' },
  ...{ days: 3, endsAt: 0, count: 2 },
};
const SAMPLE = '7';

/** What a text says, and what it asked for. */
function sampled(text: ToldText) {
  const asked = new Set<string>();
  const values = new Proxy<Readonly<Record<string, unknown>>>(CHOICES, {
    get(choices, name: string) {
      asked.add(name);
      return choices[name] ?? Number(SAMPLE);
    },
  });
  return { words: text(values as never), asked };
}

const NOW = Date.UTC(2026, 2, 3, 14, 5);
const HOUR = 3_600_000;
const english = speakEnglish('en-GB');
const deutsch = speakGerman('de-DE', german);

describe('the language', () => {
  test.each([
    ['system', ['de-CH', 'en'], { language: 'de', locale: 'de-CH' }],
    ['system', ['fr-FR', 'en-GB'], { language: 'en', locale: 'en-GB' }],
    ['system', ['fr-FR'], { language: 'en', locale: 'en' }],
    ['de', ['en-GB'], { language: 'de', locale: 'de' }],
    ['en', ['de-DE', 'en-AU'], { language: 'en', locale: 'en-AU' }],
  ] as const)('is, with %s and %j, %j', (preference, locales, chosen) => {
    expect(chooseLanguage(preference, locales)).toEqual(chosen);
  });
});

describe('numbers and times', () => {
  test('are written as the language does', () => {
    expect(english.formats.number(1234.5)).toBe('1,234.5');
    expect(deutsch.formats.number(1234.5)).toBe('1.234,5');
    expect(english.formats.date(NOW)).toBe('3 Mar 2026');
    expect(deutsch.formats.date(NOW)).toBe('3. März 2026');
    expect(deutsch.formats.dateTime(NOW)).toBe('3. März 2026 um 14:05');
    expect(deutsch.formats.relative(NOW - 2 * HOUR, NOW)).toBe('vor 2 Stunden');
    expect(deutsch.formats.relative(NOW, NOW)).toBe('gerade eben');
    expect(deutsch.formats.remaining(NOW + 24 * HOUR, NOW)).toBe('in 1 Tag');
    expect(deutsch.formats.day(NOW - 24 * HOUR, NOW)).toBe('Gestern');
    expect(deutsch.formats.list(['a', 'b', 'c'])).toBe('a, b und c');
  });

  test.each([
    [0, '0 B', '0 B'],
    [999, '999 B', '999 B'],
    [4_300, '4.3 KB', '4,3 KB'],
    [99_960, '100 KB', '100 KB'],
    [1_500_000, '1.5 MB', '1,5 MB'],
    [1_234_500_000_000, '1235 GB', '1235 GB'],
  ])('give %d bytes a decimal sign of the language', (bytes, inEnglish, inGerman) => {
    expect(english.formats.bytes(bytes)).toBe(inEnglish);
    expect(deutsch.formats.bytes(bytes)).toBe(inGerman);
  });

  test.each([
    [0, '0 ms', '0 ms'],
    [0.04, '0.1 ms', '0,1 ms'],
    [0.42, '0.4 ms', '0,4 ms'],
    [31.2, '31 ms', '31 ms'],
    [1_240, '1.24 s', '1,24 s'],
    [12_340, '12.3 s', '12,3 s'],
    [125_000, '2 min 5 s', '2 min 5 s'],
  ])('give %d milliseconds a decimal sign of the language', (milliseconds, inEnglish, inGerman) => {
    expect(english.formats.duration(milliseconds)).toBe(inEnglish);
    expect(deutsch.formats.duration(milliseconds)).toBe(inGerman);
  });

  test('decide the form of a plural', () => {
    expect(english.textsOf(shellTexts).endSoon(1)).toBe('1 ends soon');
    expect(english.textsOf(shellTexts).endSoon(1200)).toBe('1,200 end soon');
    expect(deutsch.textsOf(shellTexts).endSoon(1)).toBe('1 läuft bald ab');
    expect(deutsch.textsOf(shellTexts).endSoon(1200)).toBe('1.200 laufen bald ab');
  });
});

describe('the catalogue', () => {
  test('has every part in both languages, under one name', async () => {
    const parts = sourcesIn('shared/texts/en').filter((path) => !/(errors|fields)\.ts$|told/.test(path));
    const names: string[] = [];
    for (const path of parts) {
      const module: unknown = await import(/* @vite-ignore */ `../../../${path}`);
      const [texts] = Object.values(Object(module) as Record<string, unknown>).filter(isPart);
      expect(texts, path).toBeDefined();
      names.push(texts?.name ?? '');
      expect(shapeOf(german.parts[texts?.name ?? 'shell'](deutsch.formats)), path).toEqual(
        shapeOf(texts?.english(english.formats)),
      );
    }
    expect(names.toSorted()).toEqual(Object.keys(german.parts).toSorted());
  });

  test('gives the same texts each time', () => {
    expect(deutsch.textsOf(shellTexts)).toBe(deutsch.textsOf(shellTexts));
  });
});

describe('an error', () => {
  test('is worded in the language', () => {
    expect(deutsch.wordsOf(appError('key-disabled'))).toEqual({
      message: 'Dieser Schlüssel ist deaktiviert.',
      remedy: 'Zuerst aktivieren.',
    });
    expect(english.wordsOf(appError('key-disabled')).message).toBe('This key is disabled.');
  });

  test('keeps what was worded for its occasion', () => {
    const { error } = failed('key-disabled', { message: 'The key “A” is disabled.' });
    expect(deutsch.wordsOf(error)).toEqual({
      message: 'The key “A” is disabled.',
      remedy: 'Zuerst aktivieren.',
    });
  });
});

describe('what the schema of a typed field says', () => {
  const { success, error } = serviceDraftSchema.safeParse({
    ...{
      name: '',
      baseUrl: 'here',
      headerName: 'X Key',
      origins: ['http://api.example.com', 'https://a.b/c'],
    },
    ...{ checkUrl: `https://a.b/${'c'.repeat(2000)}`, keyPrefix: 'two words' },
  });
  const said = error?.issues.map(({ message }) => message) ?? [];

  test('is worded in the language by a form', () => {
    expect(success).toBe(false);
    expect(said.map(english.fieldWords)).toEqual(said);
    expect(said.map(deutsch.fieldWords)).toEqual([
      german.fields.serviceNameMissing,
      german.fields.baseUrl,
      german.fields.headerName,
      german.fields.originPlain,
      german.fields.originAlone,
      german.fields.atMost2000,
      german.fields.keyPrefix,
    ]);
  });

  test('is worded in the language where the main process answers it', () => {
    const { error: answered } = failed('invalid-input', { message: fieldTexts.atMost100, field: 'name' });
    expect(english.wordsOf(answered).message).toBe('At most 100 characters');
    expect(deutsch.wordsOf(answered).message).toBe('Höchstens 100 Zeichen');
  });

  test('stays as it is where it has no words of ours', () => {
    expect(deutsch.fieldWords('Invalid input')).toBe('Invalid input');
  });

  test('is told apart by its English', () => {
    expect(new Set(Object.values(fieldTexts)).size).toBe(Object.keys(fieldTexts).length);
  });
});

test('speaks the language that was chosen', () => {
  expect(speak({ language: 'de', locale: 'de' }, german).textsOf(shellTexts).search).toBe('Suchen');
  expect(speak({ language: 'en', locale: 'en' }, german).textsOf(shellTexts).search).toBe('Search');
});

type Part = typeof shellTexts;

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'english' in value && 'name' in value;
}

/** The names of texts, without what they say. */
function shapeOf(texts: unknown): unknown {
  if (typeof texts !== 'object' || texts === null) return typeof texts;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, shapeOf(text)]));
}

describe('an error that is worded for its occasion', () => {
  const inGerman: Readonly<Record<string, ToldText>> = german.told(deutsch.formats);
  const all = Object.entries(toldTexts as Readonly<Record<string, ToldText>>);

  test('is known in both languages', () => {
    expect(Object.keys(inGerman).toSorted()).toEqual(Object.keys(toldTexts).toSorted());
  });

  test.each(all)('says as much in German: %s', (name, text) => {
    const [one, other] = [sampled(text), sampled(inGerman[name] ?? text)];
    expect(other.words.map((each) => each !== null)).toEqual(one.words.map((each) => each !== null));
    // What crosses the bridge by itself crosses it in the message too, but for what tells one text from another.
    expect(Object.keys(toldSchema.shape.values.shape)).toEqual(
      expect.arrayContaining([...one.asked, ...other.asked]),
    );
    const free = [...one.asked, ...other.asked].filter((value) => !Object.hasOwn(CHOICES, value));
    if (free.length > 0) expect(one.words.join(' ')).toContain(SAMPLE);
    expect(
      [...other.asked].filter((value) => !one.asked.has(value) && !Object.hasOwn(CHOICES, value)),
    ).toEqual([]);
  });

  test('crosses the bridge by its name and its values, and is said in the language of the window', () => {
    const error = appErrorSchema.parse(
      appError('request-invalid', { ...told('headerIsOwn', { name: 'Host' }), field: 'headers' }),
    );
    expect(error).toEqual({
      ...{ code: 'request-invalid', message: 'Keyfob sets the header Host itself.', remedy: 'Remove it.' },
      ...{ field: 'headers', told: { name: 'headerIsOwn', values: { name: 'Host' } } },
    });
    expect(english.wordsOf(error)).toEqual({ message: error.message, remedy: error.remedy });
    expect(deutsch.wordsOf(error)).toEqual({
      message: 'Keyfob setzt den Header Host selbst.',
      remedy: 'Ihn entfernen.',
    });
  });

  test('is shown in English where the window does not know it', () => {
    const error = appError('internal', {
      message: 'It is as it is.',
      told: { name: 'toString', values: {} },
    });
    expect(deutsch.wordsOf(error).message).toBe('It is as it is.');
  });

  test('takes what it does not say itself from its code', () => {
    const error = appError('passphrase-wait', told('tryAgainIn', { seconds: 1 }));
    expect(deutsch.wordsOf(error)).toEqual({
      message: german.errors['passphrase-wait'][0],
      remedy: 'In 1 Sekunde erneut versuchen.',
    });
  });
});
