import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/forced-colors.css';
import { prefetchKeyList } from '../features/keys/use-key-list.ts';
import { App } from './app.tsx';

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
else renderWindow(createRoot(root));

function renderWindow(place: Root): void {
  const queryClient = createQueryClient();
  prefetchKeyList(window.keyfob, queryClient);
  place.render(
    <StrictMode>
      <App bridge={window.keyfob} queryClient={queryClient} />
    </StrictMode>,
  );
}

async function renderQuickCopy(place: Root): Promise<void> {
  const { QuickCopyApp } = await import('./quick-copy/quick-copy-app.tsx');
  place.render(
    <StrictMode>
      <QuickCopyApp bridge={window.keyfob} queryClient={createQueryClient()} />
    </StrictMode>,
  );
}
