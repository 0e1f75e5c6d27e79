import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { targetOf } from './electron-stand-in/chromium-host.ts';
import type { EvaluationReply } from './electron-stand-in/evaluations.ts';
import { standInFolder } from './electron-stand-in/stand-in-folder.ts';
import {
  quitTimeout,
  readyTimeout,
  untilReady,
  type HostOptions,
  type HostProcess,
} from './launched-host.ts';
import { removeAtExit } from './remove-at-exit.ts';

const runner = join(import.meta.dirname, 'electron-stand-in', 'run.ts');

/** Starts `main.js` on the stand-in, and joins its Chromium over the DevTools protocol. */
export async function launchStandIn({ userDataDir, env, args, app }: HostOptions): Promise<HostProcess> {
  removeAtExit(standInFolder(userDataDir));
  const main = join(app.folder, 'out', 'main', 'main.js');
  const child = spawn(process.execPath, [runner, main, `--user-data-dir=${userDataDir}`, ...args], {
    env: { ...env, ...(app.isPackaged ? { KEYFOB_STAND_IN_PACKAGED: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const output = collectOutput(child);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // Once, before anything can go wrong: 'exit' comes one time only.
  const ended = once(child, 'exit');
  const closed = once(child, 'close');
  const evaluate = createEvaluate(child);
  let browser: Browser | undefined;

  const connect = async (): Promise<Browser> => {
    const endpoint = await Promise.race([
      evaluate('({ standIn }) => standIn.endpoint()', undefined),
      delay(readyTimeout, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('The app opened no window')),
      ),
    ]).catch(async (error: unknown) => {
      // Its pipes are read to their end before what it printed is told.
      if (!child.connected) await closed;
      throw new Error(`The main process printed:\n${output()}`, { cause: error });
    });
    // Emulation stays the stand-in's: the app's own theme and window size decide.
    return chromium.connectOverCDP(String(endpoint), { noDefaults: true, isLocal: true });
  };
  const leave = async (): Promise<void> => {
    await ended;
    await browser?.close().catch(() => undefined);
  };

  return {
    pid: child.pid ?? 0,
    output,
    evaluate,
    async currentWindow() {
      browser ??= await connect();
      return untilReady(await newestPage(browser, evaluate));
    },
    async close() {
      if (!hasEnded()) {
        await evaluate('({ app }) => { setImmediate(() => app.quit()) }', undefined).catch(() => undefined);
        const timer = setTimeout(() => child.kill('SIGKILL'), quitTimeout);
        await ended;
        clearTimeout(timer);
      }
      await leave();
    },
    async kill() {
      if (!hasEnded()) child.kill('SIGKILL');
      await leave();
    },
  };
}

/** The newest window's page: other apps may show theirs in the same Chromium. */
async function newestPage(browser: Browser, evaluate: HostProcess['evaluate']): Promise<Page> {
  const deadline = Date.now() + readyTimeout;
  for (;;) {
    const wanted = await evaluate('({ standIn }) => standIn.newestTarget()', undefined);
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const page of pages.filter((each) => each.url().startsWith('https://')).reverse()) {
      if (wanted === (await targetOf(page).catch(() => undefined))) return page;
    }
    if (Date.now() > deadline) throw new Error('The app opened no window');
    await delay(10);
  }
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.push(chunk);
      if (process.env['KEYFOB_TEST_VERBOSE'] === '1') process.stderr.write(chunk);
    });
  }
  return () => chunks.join('');
}

function createEvaluate(child: ChildProcess): HostProcess['evaluate'] {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;
  child.on('message', (message) => {
    const reply = message as EvaluationReply; // The stand-in sends nothing else on this channel.
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'value') waiter?.resolve(reply.value);
    else waiter?.reject(Object.assign(new Error(reply.message), { stack: reply.stack }));
  });
  child.on('exit', () => {
    for (const waiter of waiting.values()) waiter.reject(new Error('The app has ended'));
    waiting.clear();
  });
  return (source, argument) => {
    if (!child.connected) return Promise.reject(new Error('The app has ended'));
    count += 1;
    const waiter = Promise.withResolvers<unknown>();
    waiting.set(count, waiter);
    child.send({ kind: 'evaluate', id: count, source, argument });
    return waiter.promise;
  };
}
