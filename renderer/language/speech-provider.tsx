import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { chooseLanguage } from '../../shared/domain/language.ts';
import type { German } from '../../shared/texts/de/german.ts';
import { speakEnglish, speakGerman } from '../../shared/texts/speech.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { SpeechContext } from './speech-context.ts';

/** Speaks the preferred language to all below it. German is loaded when it is chosen, so until it is there English is spoken. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const preferences = useCommandQuery('preferences.get', {});
  const preference = preferences.kind === 'loaded' ? preferences.value.language : 'system';
  const { language, locale } = chooseLanguage(preference, navigator.languages);
  const german = useGerman(language === 'de');
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

function useGerman(isWanted: boolean): German | null {
  const [german, setGerman] = useState<German | null>(null);
  const isMissing = isWanted && german === null;
  useEffect(() => {
    if (!isMissing) return;
    void import('../../shared/texts/de/german.ts').then((pack) => {
      setGerman(pack.german);
    });
  }, [isMissing]);
  return german;
}
