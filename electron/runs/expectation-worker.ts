import { parentPort } from 'node:worker_threads';
import { checkExpectation, loadJsonPath } from './check-expectations.ts';
import type { CheckAnswer, CheckJob } from './expectation-checks.ts';

// A file of its own in the build: it is started as a thread (worker-checks.ts).

const answer = (message: CheckAnswer): void => parentPort?.postMessage(message);
const lookUp = await loadJsonPath();

parentPort?.on('message', ({ expectations, response }: CheckJob) => {
  for (const expectation of expectations)
    answer({ kind: 'checked', result: checkExpectation(expectation, response, lookUp) });
});
answer({ kind: 'ready' });
