import type { AppError } from '../domain/app-error.ts';
import type { Told, ToldValues } from '../domain/told.ts';
import type { ChosenLanguage, Language } from '../domain/language.ts';
import type { German } from './de/german.ts';
import type { Texts, TextsName } from './define-texts.ts';
import { errorTexts } from './en/errors.ts';
import { fieldTexts, type FieldTextName } from './en/fields.ts';
import { createFormats, type Formats } from './formats.ts';
import type { ToldText, ToldWords } from './told-text.ts';

export type ErrorWords = Pick<AppError, 'message' | 'remedy'>;

/** An error, or what main worded in English beside errors: a decision about a key, a state. */
export interface ToSay {
  readonly code?: AppError['code'] | undefined;
  readonly message: string;
  readonly remedy?: string;
  readonly told?: Told | undefined;
}

/** A language being spoken: its texts, and how it writes numbers and times. */
export interface Speech {
  readonly language: Language;
  readonly formats: Formats;
  /** The same object each time, so that it may be a dependency of a hook. */
  readonly textsOf: <Shape>(texts: Texts<Shape>) => Shape;
  /** What it says in this language; in English where it was worded for its occasion and has no name, as what was kept before has. */
  readonly wordsOf: (worded: ToSay) => ErrorWords;
  /** What a schema says of a typed field, in this language; as it is where it has no words of ours. */
  readonly fieldWords: (said: string) => string;
}

/** English needs no pack: each part of the catalogue brings it along. */
export function speakEnglish(locale: string): Speech {
  const formats = createFormats(locale, { justNow: 'just now' });
  const made = new Map<TextsName, unknown>();
  return {
    language: 'en',
    formats,
    textsOf: ({ name, english }) => remembered(made, name, () => english(formats)),
    wordsOf: ({ message, remedy = '' }) => ({ message, remedy }),
    fieldWords: (said) => said,
  };
}

export function speakGerman(locale: string, { words, errors, fields, told, parts }: German): Speech {
  const formats = createFormats(locale, words);
  let occasions = () => {
    const made = told(formats);
    occasions = () => made;
    return made;
  };
  const made = new Map<TextsName, unknown>();
  const fieldWords = (said: string) => {
    const name = fieldNames.get(said);
    return name === undefined ? said : fields[name];
  };
  return {
    language: 'de',
    formats,
    textsOf: <Shape>({ name }: Texts<Shape>) =>
      // Each part is declared to return the shape of the English one of its name; a test holds the two equal.
      remembered(made, name, () => parts[name](formats) as Shape),
    wordsOf: ({ code, message, remedy = '', told: occasion }) => {
      const said = occasion === undefined ? null : saidOf(occasion, occasions());
      if (code === undefined) return { message: said?.[0] ?? message, remedy: said?.[1] ?? remedy };
      const [usual, usualRemedy] = errorTexts[code];
      const [ownMessage, ownRemedy] = errors[code];
      if (said !== null) return { message: said[0] ?? ownMessage, remedy: said[1] ?? ownRemedy };
      return {
        message: message === usual ? ownMessage : fieldWords(message),
        remedy: remedy === usualRemedy ? ownRemedy : remedy,
      };
    },
    fieldWords,
  };
}

/** Schemas say what they say in English, so it is known by that. */
const fieldNames: ReadonlyMap<string, FieldTextName> = new Map(
  Object.entries(fieldTexts).map(([name, said]) => [said, name as FieldTextName]),
);

/** What an error says that was worded for its occasion; `null` for one that is not known here. */
function saidOf({ name, values }: Told, texts: Readonly<Record<string, ToldText>>): ToldWords | null {
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  // Name and values were put together by the main process, of this same build.
  return text === undefined ? null : (text as (values: ToldValues) => ToldWords)(values);
}

/** For where the pack is at hand, as in the main process. */
export function speak({ language, locale }: ChosenLanguage, german: German): Speech {
  return language === 'de' ? speakGerman(locale, german) : speakEnglish(locale);
}

function remembered<Shape>(made: Map<TextsName, unknown>, name: TextsName, make: () => Shape): Shape {
  const before = made.get(name);
  // What is kept under a name was made for it.
  if (before !== undefined) return before as Shape;
  const texts = make();
  made.set(name, texts);
  return texts;
}
