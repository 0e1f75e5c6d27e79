import { StrictMode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { DrawnPage, FirstPageOrder } from '../../shared/contract/first-page.ts';
import { chooseLanguage } from '../../shared/domain/language.ts';
import { german } from '../../shared/texts/de/german.ts';
import { App } from '../app/app.tsx';
import { createQueryClient } from '../bridge/query-client.ts';
import { PageLanguagesContext } from '../language/page-languages.ts';
import { GuessedViewContext } from '../ui/use-row-window.ts';
import { liftStyles } from './lift-styles.ts';
import { primeQueries } from './prime-queries.ts';

/** Drawing gives no command and hears no event: React's effects do not run. */
const noBridge: Bridge = {
  invoke: () => Promise.reject(new Error('A page that is drawn gives no command')),
  on: () => () => undefined,
};

/** The window as its own components show these answers, before their code runs in it. */
export function drawFirstPage({ answers, languages, height }: FirstPageOrder): DrawnPage {
  const queryClient = createQueryClient();
  primeQueries(queryClient, answers);
  const written = renderToStaticMarkup(
    <StrictMode>
      <PageLanguagesContext value={languages}>
        <GuessedViewContext value={{ height: tableHeight(height), overscan: 0 }}>
          <App bridge={noBridge} queryClient={queryClient} german={german} />
        </GuessedViewContext>
      </PageLanguagesContext>
    </StrictMode>,
  );
  queryClient.clear();
  const { language } = chooseLanguage(answers['preferences.get'].language, languages);
  return { ...liftStyles(written, '#root'), language };
}

/** How high the style sheet lets the table of keys be in a window of this height (features/keys/keys-table.module.css). */
function tableHeight(windowHeight: number): number {
  return Math.max(320, windowHeight - 248);
}
