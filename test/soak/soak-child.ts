import { inMemoryKeychain } from '../support/in-memory-ports.ts';
import { wholeApp } from '../support/whole-app.ts';
import type { SoakAnswer, SoakQuestion } from './soak-process.ts';

// The whole main process with its Local API, in a process of its own: does what the parent asks, until it is killed.
const [folder = '', masterKey = '', callsPerMinute = ''] = process.argv.slice(2);
// A master key of this run alone; it opens nothing but the folder of this run.
const keychain = inMemoryKeychain(masterKey);
const limit = callsPerMinute === '' ? {} : { callsPerMinute: Number(callsPerMinute) };
const app = wholeApp({ folder, keychain, ...limit });
await app.vault.open();
const state = await app.localApi.start();
if (state.kind !== 'running') throw new Error(`The Local API is ${state.kind}`);

const answer = (message: SoakAnswer): void => {
  process.send?.(message);
};

async function dealWith({ id, ask }: SoakQuestion): Promise<void> {
  if (ask.kind === 'memory') {
    globalThis.gc?.();
    answer({ id, value: { rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed } });
    return;
  }
  const result = await app.invoke(ask.command, ask.input);
  const copied = ask.command === 'keys.copy' && result.ok ? await app.clipboard.readText() : null;
  answer({
    id,
    value: { result, copied, bugs: app.log.lines.filter(({ level }) => level === 'error').length },
  });
}

let turn = Promise.resolve();
process.on('message', (question: SoakQuestion) => {
  // In turn, so that what is on the clipboard belongs to the copy before.
  turn = turn.then(() => dealWith(question));
});
answer({ id: 0, value: { url: state.url } });
