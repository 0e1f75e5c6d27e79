import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/domain/app-error.ts';
import { inMemoryKeychain } from './in-memory-ports.ts';
import { wholeApp, type WholeAppOptions } from './whole-app.ts';

/** The whole app on a folder and a keychain that outlive it: it is stopped and started again. To be ended after the test. */
export function restartingApp(options: Omit<WholeAppOptions, 'folder' | 'keychain'> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'keyfob-restarting-'));
  const keychain = inMemoryKeychain();
  let running: ReturnType<typeof wholeApp> | null = null;
  const stop = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    ...{ folder, keychain, stop },
    async start(changes: Pick<WholeAppOptions, 'fileDialog'> = {}) {
      const app = wholeApp({ ...options, ...changes, folder, keychain });
      running = app;
      await app.vault.open();
      /** What the command answers; throws when it is refused. */
      const value = async <Name extends CommandName>(command: Name, input: unknown) => {
        const result = (await app.invoke(command, input)) as Result<CommandOutput<Name>>; // the command's own
        if (!result.ok) throw new Error(`${command}: ${result.error.code}`);
        return result.value;
      };
      /** Where the Local API answers. */
      const localApiUrl = async (): Promise<string> => {
        const state = await value('localApi.start', {});
        if (state.kind !== 'running') throw new Error('The Local API does not run');
        return state.url;
      };
      return { app, value, localApiUrl, stop };
    },
    async end(): Promise<void> {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
