import { describe, expect, it } from 'vitest';
import { createWorkerChecks } from '../../electron/runs/worker-checks.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { Expectation } from '../../shared/domain/run.ts';
import { aResponse } from '../unit/renderer/requests/exchange-builders.ts';
import { holds } from '../support/holds.ts';
import { manualClock, recordingLogger } from '../support/in-memory-ports.ts';

const workerFile = new URL('../../electron/runs/expectation-worker.ts', import.meta.url);

function arrange(mostMemoryMb?: number) {
  const manual = manualClock();
  let watches = 0;
  const clock = {
    advance: manual.advance,
    schedule: (...how: Parameters<typeof manual.schedule>) => {
      watches += 1;
      return manual.schedule(...how);
    },
  };
  /** Until the thread is there and what it was given is timed. */
  const untilTimed = async (before: number): Promise<void> => {
    await expect.poll(() => watches).toBeGreaterThan(before);
  };
  const logger = recordingLogger();
  const memory = mostMemoryMb === undefined ? {} : { mostMemoryMb };
  const checks = createWorkerChecks({ workerFile, clock, logger, ...memory });
  return { clock, logger, checks, watches: () => watches, untilTimed };
}

function answer(text: string): Exchange['outcome'] {
  const response = aResponse({
    headers: [{ name: 'X-Trace', value: `${'a'.repeat(60)}!`, isSecret: false }],
    body: { kind: 'text', text, isTruncated: false },
  });
  return { kind: 'response', response };
}

/** Until the threads of this process have computed for a while: to start one is a part of it. This one goes on meanwhile. */
async function untilAtIt(): Promise<void> {
  const before = process.cpuUsage();
  const busyMs = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  await expect.poll(busyMs).toBeGreaterThan(600);
}

const BACKTRACKS = '^(a+)+$';
const WORD = `"${'a'.repeat(60)}!"`;
const quick: Expectation = { kind: 'body-regex', pattern: 'a{60}!' };

describe('an expectation that is made to take for ever', () => {
  it.each<[string, Expectation]>([
    ['in a body', { kind: 'body-regex', pattern: `^"(a+)+"$` }],
    ['in a header', { kind: 'header-regex', name: 'x-trace', pattern: BACKTRACKS }],
    ['at a JSONPath', { kind: 'json-path-regex', path: '$', pattern: BACKTRACKS }],
    ['in a JSONPath', { kind: 'json-path-exists', path: "$..[?search(@, '(a+)+b')]" }],
  ])(
    '(%s) is ended by its time, and what comes after it is measured',
    holds('limits.pattern'),
    async (where, hostile) => {
      const { clock, checks, logger } = arrange();
      const body = where === 'in a JSONPath' ? `[${WORD}]` : WORD;
      const first = checks.check([quick, hostile, quick], answer(body));
      const second = checks.check([quick], answer(body));
      await untilAtIt();
      clock.advance(2_000);
      const results = await first;
      expect(results.map(({ isMet, finding }) => [isMet, finding])).toEqual([
        [true, undefined],
        [false, 'tookTooLong'],
        [true, undefined],
      ]);
      expect(await second).toMatchObject([{ isMet: true }]);
      expect(logger.lines).toEqual([]);
      checks.close();
    },
  );

  it('is ended when the run is cancelled, and nothing is said of it', holds('limits.pattern'), async () => {
    const { checks, logger } = arrange();
    const hostile = checks.check([{ kind: 'json-path-regex', path: '$', pattern: BACKTRACKS }], answer(WORD));
    await untilAtIt();
    checks.close();
    expect(await hostile).toEqual([]);
    expect(await checks.check([quick], answer(WORD))).toMatchObject([{ isMet: false, finding: 'noAnswer' }]);
    expect(logger.lines).toEqual([]);
  });

  it('is not looked for a fourth time in its run', holds('limits.pattern'), async () => {
    const { clock, checks, watches, untilTimed } = arrange();
    const hostile: Expectation = { kind: 'header-regex', name: 'x-trace', pattern: BACKTRACKS };
    for (let time = 0; time < 3; time += 1) {
      const before = watches();
      const one = checks.check([hostile], answer(WORD));
      await untilTimed(before);
      clock.advance(2_000);
      expect(await one).toMatchObject([{ finding: 'tookTooLong' }]);
    }
    // No clock moves: what is given up is answered at once.
    const results = await checks.check([quick, hostile, quick], answer(WORD));
    expect(results.map(({ finding }) => finding)).toEqual([undefined, 'tookTooLong', undefined]);
    checks.close();
  });

  it('takes no more memory than its thread may have', holds('limits.pattern'), async () => {
    const { checks } = arrange(24);
    const deep = `${'[1,'.repeat(40)}1${']'.repeat(40)}`;
    const hostile: Expectation = { kind: 'json-path-exists', path: '$[?count($..*..*..*..*..*) > 1]' };
    const results = await checks.check([hostile, { kind: 'body-regex', pattern: '^.1' }], answer(deep));
    expect(results).toMatchObject([{ finding: 'tookTooLong' }, { isMet: true }]);
    checks.close();
  });

  it('by a repetition of repetitions says that it cannot be used', holds('limits.pattern'), async () => {
    const { checks } = arrange();
    const pattern = '((((a{1000}){1000}){1000}){1000}){1000}';
    const results = await checks.check([{ kind: 'body-regex', pattern }, quick], answer(WORD));
    expect(results).toMatchObject([{ isMet: false }, { isMet: true }]);
    checks.close();
  });

  it('does not keep a run from ending where no thread can be started', async () => {
    const logger = recordingLogger();
    const nowhere = new URL('../../electron/runs/nowhere.ts', import.meta.url);
    const checks = createWorkerChecks({ workerFile: nowhere, clock: manualClock(), logger });
    const [first, second] = [checks.check([quick], answer(WORD)), checks.check([quick], answer(WORD))];
    expect(await first).toMatchObject([{ isMet: false, finding: 'notChecked' }]);
    expect(await second).toMatchObject([{ isMet: false, finding: 'notChecked' }]);
    expect(JSON.stringify(logger.lines)).not.toContain('aaa');
    checks.close();
  });
});
