import { expect, test } from 'vitest';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { valueOf } from '../../support/results.ts';

const inDays = (days: number) => ({ kind: 'after-days', days }) as const;

test('the keys that the tray shows and counts are a few, whatever else there is', async () => {
  const { keys, generate, clock } = memoryKeysBench();
  const first = await generate({ name: 'First, the default' });
  for (const name of ['Second', 'Third', 'Fourth']) {
    clock.advance(1_000);
    await generate({ name, expiry: inDays(90) });
  }
  clock.advance(1_000);
  await generate({ name: 'Ends soon', expiry: inDays(3) });
  clock.advance(1_000);
  await generate({ name: 'Newest' });
  const names = keys.listNotable(2).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Ends soon', 'First, the default', 'Newest']);
  expect(first.isDefault).toBe(true);
});

test('keys that need a look are those that end soon, are not disabled and not being rotated', async () => {
  const { keys, generate, clock, policies } = memoryKeysBench();
  const soon = await generate({ name: 'Soon', expiry: inDays(3) });
  const off = await generate({ name: 'Off', expiry: inDays(3) });
  await generate({ name: 'Later', expiry: inDays(90) });
  const rotated = await generate({ name: 'Rotated', expiry: inDays(3) });
  expect(keys.countAttention()).toBe(3);
  valueOf(keys.setDisabled({ id: off.id, isDisabled: true }));
  valueOf(await keys.regenerate({ id: rotated.id, grace: '24h' }));
  expect(keys.countAttention()).toBe(1);
  valueOf(keys.setExpiration({ id: soon.id, expiry: { kind: 'never' } }));
  expect(keys.countAttention()).toBe(0);
  // One that ends when it goes unused is not ending while half of that time is left.
  valueOf(policies.set({ user: { ...NO_POLICIES.user, idleDays: 4 }, team: null }));
  expect(keys.countAttention()).toBe(0);
  clock.advance(2 * DAY_MS);
  expect(keys.countAttention()).toBeGreaterThan(0);
});
