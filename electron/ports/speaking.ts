import { noticesTexts, type NoticesTexts } from '../../shared/texts/en/notices.ts';
import { speakEnglish, type Speech } from '../../shared/texts/speech.ts';

/** The language of the moment. */
export interface Speaking {
  readonly speech: () => Pick<Speech, 'textsOf'>;
}

/** What notifications say now; in English where nobody speaks. */
export function noticesOf(speaker: Speaking | undefined): NoticesTexts {
  const speech = speaker?.speech() ?? speakEnglish(new Intl.DateTimeFormat().resolvedOptions().locale);
  return speech.textsOf(noticesTexts);
}
