import { z } from 'zod';

export const languageSchema = z.enum(['en', 'de']);
/** A language that Keyfob speaks. */
export type Language = z.infer<typeof languageSchema>;

export const languagePreferenceSchema = z.enum(['system', 'en', 'de']);
/** What a person prefers: one of them, or what the operating system speaks. */
export type LanguagePreference = z.infer<typeof languagePreferenceSchema>;

export interface ChosenLanguage {
  readonly language: Language;
  /** The language with its region, for dates and numbers: `en-GB`, `de-CH`. */
  readonly locale: string;
}

/** The language that is spoken, `locales` being the system's in the order of preference. English where it speaks none that Keyfob does. */
export function chooseLanguage(preference: LanguagePreference, locales: readonly string[]): ChosenLanguage {
  const known = locales.flatMap((locale) => {
    const language = languageSchema.safeParse(locale.split('-')[0]?.toLowerCase());
    return language.success ? [{ language: language.data, locale }] : [];
  });
  if (preference === 'system') return known[0] ?? { language: 'en', locale: 'en' };
  return (
    known.find(({ language }) => language === preference) ?? { language: preference, locale: preference }
  );
}
