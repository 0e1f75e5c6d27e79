import { chooseLanguage, type LanguagePreference } from '../../shared/domain/language.ts';
import { german } from '../../shared/texts/de/german.ts';
import type { ShapeOf } from '../../shared/texts/define-texts.ts';
import { desktopTexts } from '../../shared/texts/en/desktop.ts';
import { speak, type Speech } from '../../shared/texts/speech.ts';

export type DesktopTexts = ShapeOf<typeof desktopTexts>;

/** What Keyfob says outside its window, in the language of the moment. */
export interface Speaker {
  readonly speech: () => Speech;
  readonly texts: () => DesktopTexts;
}

interface SpeakerOptions {
  readonly preference: () => LanguagePreference;
  /** The system's languages in the order of preference. */
  readonly locales: () => readonly string[];
}

export function createSpeaker({ preference, locales }: SpeakerOptions): Speaker {
  let spoken: { readonly preference: LanguagePreference; readonly speech: Speech } | null = null;
  const speech = (): Speech => {
    const wanted = preference();
    if (spoken?.preference !== wanted) {
      spoken = { preference: wanted, speech: speak(chooseLanguage(wanted, locales()), german) };
    }
    return spoken.speech;
  };
  return { speech, texts: () => speech().textsOf(desktopTexts) };
}
