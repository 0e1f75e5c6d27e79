import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { chooseLanguage } from '../../shared/domain/language.ts';
import type { German } from '../../shared/texts/de/german.ts';
import { speakEnglish, speakGerman } from '../../shared/texts/speech.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { PageLanguagesContext } from './page-languages.ts';
import { SpeechContext } from './speech-context.ts';

interface SpeechProviderProps {
  /** The pack, where it is at hand. */
  readonly german?: German | null;
  readonly children: ReactNode;
}

/** Speaks the preferred language to all below it. German is loaded when it is chosen, so until it is there English is spoken. */
export function SpeechProvider({ german: given = null, children }: SpeechProviderProps) {
  const preferences = useCommandQuery('preferences.get', {});
  const preference = preferences.kind === 'loaded' ? preferences.value.language : 'system';
  const { language, locale } = chooseLanguage(preference, useContext(PageLanguagesContext));
  const german = useGerman(language === 'de', given);
  const speech = useMemo(
    () => (language === 'de' && german !== null ? speakGerman(locale, german) : speakEnglish(locale)),
    [language, locale, german],
  );
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={speech.formats.locale}>{children}</I18nProvider>
    </SpeechContext>
  );
}

function useGerman(isWanted: boolean, given: German | null): German | null {
  const [german, setGerman] = useState(given);
  const isMissing = isWanted && german === null;
  useEffect(() => {
    if (!isMissing) return;
    void import('../../shared/texts/de/german.ts').then((pack) => {
      setGerman(pack.german);
    });
  }, [isMissing]);
  return german;
}
