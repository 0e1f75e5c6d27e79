import { expect, it } from 'vitest';
import { createTurns } from '../../electron/turns.ts';

it('starts a task when the one before it has ended, in the order of the calls', async () => {
  const inTurn = createTurns();
  const steps: string[] = [];
  const first = Promise.withResolvers<undefined>();

  const done = Promise.all([
    inTurn(async () => {
      steps.push('first begins');
      await first.promise;
      steps.push('first ends');
    }),
    inTurn(async () => void steps.push('second')),
  ]);
  first.resolve(undefined);
  await done;

  expect(steps).toEqual(['first begins', 'first ends', 'second']);
});

it('tells a failure to its caller alone', async () => {
  const inTurn = createTurns();

  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'done');

  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});
