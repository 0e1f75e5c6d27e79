import { clientPath, installClient, runClient, type ClientRun } from './real-client.ts';

const entry = 'node_modules/newman/bin/newman.js';

/** Installs newman as its lock file says, unless it is there. Its scripts do not run. */
export function installNewman(): Promise<void> {
  return installClient('newman', entry);
}

/** `newman run <collection>`, with the same Node as the tests. */
export function runNewman(collection: string, ...more: readonly string[]): Promise<ClientRun> {
  const parameters = ['run', collection, '--color', 'off', ...more];
  return runClient(clientPath('newman', entry), parameters, { cwd: clientPath('newman') });
}
