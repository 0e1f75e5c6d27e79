import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { VaultRequest } from './vault-child.ts';

export interface VaultProcess {
  /** Runs an operation of the child; rejects when the child dies of it. */
  ask(operation: VaultRequest['operation'], value?: string): Promise<unknown>;
  /** As `ask`, with the time that the child took, in milliseconds. */
  time(operation: VaultRequest['operation']): Promise<number>;
  stop(): Promise<void>;
}

/** A process of its own with the real keychain adapter, a real ledger and the vault, in the environment of a test's keyring. */
export async function startVaultProcess(options: {
  readonly env: Readonly<Record<string, string>>;
  readonly ledger: string;
  readonly kill?: 'after-keychain-write';
}): Promise<VaultProcess> {
  const child = fork(fileURLToPath(new URL('vault-child.ts', import.meta.url)), {
    env: {
      ...process.env,
      ...options.env,
      KEYFOB_TEST_LEDGER: options.ledger,
      KEYFOB_TEST_KILL: options.kill ?? '',
    },
    execArgv: [],
    serialization: 'advanced',
  });
  const died = once(child, 'exit').then(() => {
    throw new Error(`The vault's process ended: ${String(child.signalCode ?? child.exitCode)}`);
  });
  died.catch(() => undefined);
  const answered = async () => {
    const message: unknown = (await Promise.race([once(child, 'message'), died]))[0];
    return message as { answer: unknown; ms: number }; // what vault-child.ts sends
  };
  await answered();
  const request = (message: VaultRequest) => {
    const answer = answered();
    child.send(message);
    return answer;
  };
  return {
    ask: async (operation, value = '') => (await request({ operation, value })).answer,
    time: async (operation) => (await request({ operation })).ms,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await died.catch(() => undefined);
    },
  };
}
