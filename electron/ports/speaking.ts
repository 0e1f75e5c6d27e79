import { madeNamesTexts, type MadeNamesTexts } from '../../shared/texts/en/made-names.ts';
import { noticesTexts, type NoticesTexts } from '../../shared/texts/en/notices.ts';
import { speakEnglish, type Speech } from '../../shared/texts/speech.ts';

/** The language of the moment. */
export interface Speaking {
  readonly speech: () => Pick<Speech, 'textsOf'>;
}

/** What notifications say now; in English where nobody speaks. */
export function noticesOf(speaker: Speaking | undefined): NoticesTexts {
  return speechOf(speaker).textsOf(noticesTexts);
}

/** What is made now is called so; in English where nobody speaks. */
export function madeNamesOf(speaker: Speaking | undefined): MadeNamesTexts {
  return speechOf(speaker).textsOf(madeNamesTexts);
}

function speechOf(speaker: Speaking | undefined): Pick<Speech, 'textsOf'> {
  return speaker?.speech() ?? speakEnglish(new Intl.DateTimeFormat().resolvedOptions().locale);
}
