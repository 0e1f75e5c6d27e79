import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../shared/domain/app-error.ts';

export type Ask =
  | { readonly kind: 'memory' }
  | { readonly kind: 'command'; readonly command: string; readonly input: unknown };

export interface SoakQuestion {
  readonly id: number;
  readonly ask: Ask;
}

export interface SoakAnswer {
  readonly id: number;
  readonly value: unknown;
}

export interface Told {
  readonly result: Result<unknown>;
  /** What a copy put on the clipboard. */
  readonly copied: string | null;
  /** How many errors stand in the log. */
  readonly bugs: number;
}

/** One life of the process under test. */
export interface SoakProcess {
  readonly url: string;
  /** Rejects when the process is killed before it answers. */
  command(name: string, input: unknown): Promise<Told>;
  memory(): Promise<{ readonly rss: number; readonly heap: number }>;
  kill(): Promise<void>;
  isAlive(): boolean;
}

const startedSchema = z.object({ url: z.string() });
const memorySchema = z.object({ rss: z.number(), heap: z.number() });

/** What a life runs with; `callsPerMinute` `null`: the Local API's own limit. */
export interface SoakLife {
  readonly folder: string;
  readonly masterKey: string;
  readonly callsPerMinute: number | null;
}

export async function startSoakProcess({
  folder,
  masterKey,
  callsPerMinute,
}: SoakLife): Promise<SoakProcess> {
  const args = [folder, masterKey, callsPerMinute === null ? '' : String(callsPerMinute)];
  const child = fork(join(import.meta.dirname, 'soak-child.ts'), args, {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: '' },
  });
  const waiting = new Map<number, (value: unknown) => void>();
  const failing = new Map<number, (error: Error) => void>();
  let last = 0;
  let isKilled = false;
  child.on('message', ({ id, value }: SoakAnswer) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
    failing.delete(id);
  });
  const gone = once(child, 'exit').then(() => {
    for (const reject of failing.values()) reject(new Error('The process has ended'));
  });
  const waitFor = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      failing.set(id, reject);
    });
  const ask = (question: Ask): Promise<unknown> => {
    if (!isRunning(child)) return Promise.reject(new Error('The process has ended'));
    last += 1;
    const answer = waitFor(last);
    child.send({ id: last, ask: question } satisfies SoakQuestion, () => undefined);
    return answer;
  };
  const { url } = startedSchema.parse(await waitFor(0));
  return {
    url,
    command: async (command, input) => (await ask({ kind: 'command', command, input })) as Told, // what the child sends
    memory: async () => memorySchema.parse(await ask({ kind: 'memory' })),
    async kill() {
      isKilled = true;
      child.kill('SIGKILL');
      await gone;
    },
    isAlive: () => !isKilled && isRunning(child),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
