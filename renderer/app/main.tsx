import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { prefetchKeyList } from '../features/keys/use-key-list.ts';
import { App } from './app.tsx';

declare global {
  interface Window {
    readonly keyfob: Bridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const queryClient = createQueryClient();
prefetchKeyList(window.keyfob, queryClient);
createRoot(root).render(
  <StrictMode>
    <App bridge={window.keyfob} queryClient={queryClient} />
  </StrictMode>,
);
