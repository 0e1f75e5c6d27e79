import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/app.tsx';
import { createQueryClient } from '../../../renderer/bridge/query-client.ts';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import { createFakeBridge, type FakeBridge } from '../fake-bridge.ts';
import { scenarios, type ScenarioName } from './scenarios.ts';

declare global {
  interface Window {
    fakeBridge: FakeBridge;
  }
}

/** Shows the real window over an in-memory main process, in the state that the address names: `?scenario=full`. */
const name = new URLSearchParams(location.search).get('scenario') ?? 'full';
const scenario = scenarios[name in scenarios ? (name as ScenarioName) : 'full']; // just checked
const bridge = createFakeBridge(scenario());
window.fakeBridge = bridge;
if (name === 'loading') bridge.hold('keys.page');
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App bridge={bridge} queryClient={createQueryClient()} />);
