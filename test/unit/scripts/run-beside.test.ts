import { expect, test } from 'vitest';
import { runBeside, type Task } from '../../../scripts/run-beside.ts';

/** Runs the tasks, ends always the one that was begun first, and answers with what happened. */
async function whatHappens(tasks: readonly Task[], hands = 2): Promise<readonly string[]> {
  const happened: string[] = [];
  const running: (() => void)[] = [];
  const all = runBeside(tasks, hands, async ({ name }) => {
    happened.push(`+${name}`);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    running.push(() => {
      happened.push(`-${name}`);
      resolve(undefined);
    });
    await promise;
    return name;
  });
  for (let ends = 0; ends < tasks.length; ends += 1) {
    running.shift()?.();
    await new Promise(setImmediate);
  }
  expect(await all).toEqual(tasks.map(({ name }) => name));
  return happened;
}

test('as many run beside each other as there are hands, the first of the list first', async () => {
  const tasks = ['a', 'b', 'c'].map((name) => ({ name }));
  expect(await whatHappens(tasks)).toEqual(['+a', '+b', '-a', '+c', '-b', '-c']);
});

test('one that needs both hands runs alone, and nobody goes before it', async () => {
  const tasks = [{ name: 'a' }, { name: 'both', hands: 2 }, { name: 'c' }];
  expect(await whatHappens(tasks)).toEqual(['+a', '-a', '+both', '-both', '+c', '-c']);
});

test('one that needs more hands than there are runs alone', async () => {
  expect(await whatHappens([{ name: 'both', hands: 2 }, { name: 'c' }], 1)).toEqual([
    '+both',
    '-both',
    '+c',
    '-c',
  ]);
});

test('one that waits for another lets those go first that wait for nothing', async () => {
  const tasks = [{ name: 'late', after: ['build'] }, { name: 'build' }, { name: 'other' }];
  expect(await whatHappens(tasks)).toEqual(['+build', '+other', '-build', '+late', '-other', '-late']);
});

test('what is not run at all is not waited for', async () => {
  expect(await whatHappens([{ name: 'late', after: ['build'] }])).toEqual(['+late', '-late']);
});

test('refuses what waits for itself', async () => {
  const tasks = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ];
  await expect(runBeside(tasks, 2, () => Promise.resolve())).rejects.toThrow('a, b');
});
