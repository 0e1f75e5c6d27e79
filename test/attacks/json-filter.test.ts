import { afterEach, describe, expect, it } from 'vitest';
import { createWorkerJsonFilter } from '../../electron/requests/worker-json-filter.ts';
import { closeAll, open } from '../support/closing.ts';
import { holds } from '../support/holds.ts';
import { manualClock, recordingLogger } from '../support/in-memory-ports.ts';
import { valueOf } from '../support/results.ts';
import { senderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';

afterEach(closeAll);

const workerFile = new URL('../../electron/requests/json-filter-worker.ts', import.meta.url);

/** The sender with threads of its own, and a response with `body` that is kept. */
async function arrange(body: string, mostMemoryMb?: number) {
  const logger = recordingLogger();
  const jsonFilter = createWorkerJsonFilter({
    workerFile,
    logger,
    ...(mostMemoryMb === undefined ? {} : { mostMemoryMb }),
  });
  const server = open(
    await startServer({
      answer: (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(body);
      },
    }),
  );
  const clock = manualClock();
  const bench = open(senderBench([server.origin()], { clock, jsonFilter }));
  const { id } = await bench.exchange({ url: server.origin() });
  const filter = (path: string) => bench.service.filterBody({ id, path, text: null });
  return { bench, id, clock, logger, filter };
}

/** Until the threads of this process have computed for a while: to start one is a part of it. This one goes on meanwhile. */
async function untilAtIt(): Promise<void> {
  const before = process.cpuUsage();
  const busyMs = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  await expect.poll(busyMs).toBeGreaterThan(1_200);
}

const DEEP = `${'[1,'.repeat(300)}1${']'.repeat(300)}`;

describe('a JSONPath that is made to take for ever', () => {
  it.each([
    ['descents in descents', DEEP, '$..*..*..*..*..*..nothing'],
    ['a doubling of every step', '[[[[[[[[[[1]]]]]]]]]]', `$${'[0,0,0,0,0,0,0,0]'.repeat(10)}.nothing`],
    ['an expression that backtracks', JSON.stringify(['a'.repeat(60)]), "$[?search(@, '(a+)+b')]"],
  ])(
    '(%s) holds neither process, and is ended by the person and by its time',
    holds('limits.json-path'),
    async (_what, body, path) => {
      const { bench, id, clock, logger, filter } = await arrange(body);

      const stopped = filter(path);
      await untilAtIt();
      bench.service.stopFilter({ id });
      expect(valueOf(await stopped)).toEqual({ kind: 'cancelled' });

      const late = filter(path);
      await untilAtIt();
      clock.advance(10_000);
      expect(valueOf(await late)).toEqual({ kind: 'too-much' });

      expect(valueOf(await filter('$[0]'))).toMatchObject({ kind: 'found', total: 1 });
      expect(logger.lines).toEqual([]);
    },
  );

  it(
    'and all memory is ended by the memory that its thread may take',
    holds('limits.json-path'),
    async () => {
      const { filter } = await arrange(DEEP, 24);
      expect(valueOf(await filter('$[?count($..*..*..*..*) > 1]'))).toEqual({ kind: 'too-much' });
      expect(valueOf(await filter('$[0]'))).toMatchObject({ kind: 'found', total: 1 });
    },
  );
});
