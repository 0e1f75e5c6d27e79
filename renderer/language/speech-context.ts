import { createContext, useContext } from 'react';
import { chooseLanguage } from '../../shared/domain/language.ts';
import type { Texts } from '../../shared/texts/define-texts.ts';
import type { Formats } from '../../shared/texts/formats.ts';
import { speakEnglish, type Speech } from '../../shared/texts/speech.ts';

/** English as the system writes it, for what stands above the provider. */
export const SpeechContext = createContext<Speech>(
  speakEnglish(chooseLanguage('en', typeof window === 'undefined' ? [] : navigator.languages).locale),
);

/** A part of the catalogue in the language of the window. */
export function useTexts<Shape>(texts: Texts<Shape>): Shape {
  return useContext(SpeechContext).textsOf(texts);
}

/** How the language of the window writes numbers, times and lists. */
export function useFormats(): Formats {
  return useContext(SpeechContext).formats;
}

/** What the schema of a typed field says of it, in the language of the window. */
export function useFieldWords(): Speech['fieldWords'] {
  return useContext(SpeechContext).fieldWords;
}

/** What an error says in the language of the window, or what else main worded: a decision about a key, a state. */
export function useErrorWords(): Speech['wordsOf'] {
  return useContext(SpeechContext).wordsOf;
}
