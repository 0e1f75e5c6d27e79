import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { FirstPageAnswers } from '../../shared/contract/first-page.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/forced-colors.css';
import { prefetchKeyList } from '../features/keys/use-key-list.ts';
import { askAgain, primeQueries } from '../first-page/prime-queries.ts';
import { servedAnswers } from '../first-page/served-answers.ts';
import type { TakeOverEvent } from '../first-page/take-over-events.ts';
import { App } from './app.tsx';
import { loadScreensWhenIdle } from './screens.ts';

declare global {
  interface Window {
    readonly keyfob: Bridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
/** The palette's window shows the same page in another mode: what both need is loaded from one file. */
const isQuickCopy = window.location.search === '?quick-copy';
if (isQuickCopy) void renderQuickCopy(createRoot(root));
else {
  const answers = servedAnswers();
  if (answers === null) renderWindow(createRoot(root));
  else void takeOver(root, answers);
}

function renderWindow(place: Root): void {
  const queryClient = createQueryClient();
  prefetchKeyList(window.keyfob, queryClient);
  place.render(
    <StrictMode>
      <App bridge={window.keyfob} queryClient={queryClient} />
    </StrictMode>,
  );
  loadScreensWhenIdle();
}

/** The page is drawn already (first-page/boot.ts): its place is taken in one frame, by the same page. */
async function takeOver(place: HTMLElement, answers: FirstPageAnswers): Promise<void> {
  const isGerman = document.documentElement.lang === 'de';
  const german = isGerman ? (await import('../../shared/texts/de/german.ts')).german : null;
  const queryClient = createQueryClient();
  primeQueries(queryClient, answers);
  document.dispatchEvent(new Event('keyfob:take-over' satisfies TakeOverEvent));
  flushSync(() => {
    createRoot(place).render(
      <StrictMode>
        <App bridge={window.keyfob} queryClient={queryClient} german={german} />
      </StrictMode>,
    );
  });
  document.dispatchEvent(new Event('keyfob:taken-over' satisfies TakeOverEvent));
  askAgain(queryClient);
  loadScreensWhenIdle();
}

async function renderQuickCopy(place: Root): Promise<void> {
  const { QuickCopyApp } = await import('./quick-copy/quick-copy-app.tsx');
  place.render(
    <StrictMode>
      <QuickCopyApp bridge={window.keyfob} queryClient={createQueryClient()} />
    </StrictMode>,
  );
}
