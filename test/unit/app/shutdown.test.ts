import { describe, expect, test } from 'vitest';
import { runShutdown } from '../../../electron/app/shutdown.ts';
import { manualClock, recordingLogger } from '../../support/in-memory-ports.ts';

function arrange() {
  const clock = manualClock();
  const logger = recordingLogger();
  const done: string[] = [];
  const step = (name: string, run: () => void | Promise<void> = () => undefined) => ({
    name,
    run: () => {
      done.push(name);
      return run();
    },
  });
  return { clock, logger, done, step, options: { clock, logger, limitMs: 3000 } };
}

describe('quitting', () => {
  test('runs the steps in order, each after the one before it ended', async () => {
    const { done, step, options, clock } = arrange();
    const first = Promise.withResolvers<undefined>();
    const ended = runShutdown([step('clipboard', () => first.promise), step('ledger')], options);
    await Promise.resolve();
    expect(done).toEqual(['clipboard']);
    first.resolve(undefined);
    await ended;
    expect(done).toEqual(['clipboard', 'ledger']);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('goes on after a step that fails, at once or later, and logs it without its message', async () => {
    const { done, step, options, logger } = arrange();
    const failing = [
      step('throws', () => {
        throw new Error('canary-4711');
      }),
      step('rejects', () => Promise.reject(new Error('canary-4711'))),
    ];
    await runShutdown([...failing, step('ledger')], options);
    expect(done).toEqual(['throws', 'rejects', 'ledger']);
    expect(logger.lines.map(({ fields }) => fields['step'])).toEqual(['throws', 'rejects']);
    expect(JSON.stringify(logger.lines)).not.toContain('canary-4711');
  });

  test('waits 3 seconds in all for steps that hang, and still runs the ones after them', async () => {
    const { done, step, options, clock } = arrange();
    const never = new Promise<void>(() => undefined);
    const ended = runShutdown(
      [step('hangs', () => never), step('hangs too', () => never), step('ledger')],
      options,
    );
    await Promise.resolve();
    clock.advance(2999);
    await Promise.resolve();
    expect(done).toEqual(['hangs']);
    clock.advance(1);
    await ended;
    expect(done).toEqual(['hangs', 'hangs too', 'ledger']);
  });
});
