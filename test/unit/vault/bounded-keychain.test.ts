import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { keepSecret, openSecret, sealedWorld, vaultWorld } from './vault-fixture.ts';
import { holds } from '../../support/holds.ts';

describe('a keychain that hangs', () => {
  it(
    'is given up after its time, and heals the vault when it answers late',
    holds('storage.keychain'),
    async () => {
      const world = await sealedWorld();
      const hanging = Promise.withResolvers<undefined>();
      world.keychain.delay = hanging.promise;
      world.keychain.calls.length = 0;
      const opening = world.vault.open();
      const stillOpening = world.vault.open({ quietly: true });
      await untilTimers(world.clock);
      world.clock.advance(10_000);
      expect(await opening).toMatchObject({ kind: 'unreadable', reason: 'keychain-timeout' });

      await untilTimers(world.clock);
      world.clock.advance(10_000);
      expect(await stillOpening).toMatchObject({ kind: 'unreadable', reason: 'keychain-timeout' });
      expect(world.keychain.calls).toEqual(['read']);

      const healed = new Promise<VaultState>((resolve) => void world.vault.onChange(resolve));
      world.keychain.delay = null;
      hanging.resolve(undefined);
      expect(await healed).toEqual({ kind: 'unlocked', holder: 'keychain' });
      expect(openSecret(world)).toBe('my secret');
    },
  );

  it('that takes a write late gives a master key that is adopted, not replaced', async () => {
    const world = vaultWorld();
    await world.vault.open();
    const hanging = Promise.withResolvers<undefined>();
    const { keychain } = world;
    const slow = {
      ...keychain,
      read: keychain.read,
      write: async (value: string) => {
        await hanging.promise;
        return keychain.write(value);
      },
    };
    const vault = world.restart({ keychain: slow });
    const prepared = vault.prepare();
    await untilWriting(world.clock, keychain);
    world.clock.advance(10_000);
    expect(await prepared).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    const healed = new Promise<VaultState>((resolve) => void vault.onChange(resolve));
    hanging.resolve(undefined);
    expect(await healed).toEqual({ kind: 'unlocked', holder: 'keychain' });
    await keepSecret({ vault, ledger: world.ledger }, 'my secret');
    expect(keychain.calls.filter((call) => call === 'write')).toHaveLength(1);
  });

  it('is not asked to prompt when Keyfob looks by itself', async () => {
    const world = await sealedWorld();
    world.keychain.failure = 'locked';
    world.keychain.reads.length = 0;
    await world.vault.open();
    await world.vault.open({ quietly: true });
    expect(world.keychain.reads).toEqual([{ mayPrompt: true }, { mayPrompt: false }]);
  });

  it(
    'that throws is unavailable, and its text goes nowhere',
    holds('confinement.keychain-errors'),
    async () => {
      const world = await sealedWorld();
      const keychain = {
        ...world.keychain,
        read: () => Promise.reject(new Error('canary in a library text')),
      };
      const vault = world.restart({ keychain });
      expect(await vault.open()).toMatchObject({ kind: 'unreadable', reason: 'keychain-unavailable' });
      expect(inspect(world.logger.lines)).not.toContain('canary');
    },
  );
});

/** Lets promises settle until the vault waits for the keychain. */
async function untilTimers(clock: { pendingTimers(): number }): Promise<void> {
  for (let turn = 0; turn < 100 && clock.pendingTimers() === 0; turn += 1) await Promise.resolve();
}

/** Lets promises settle until the two reads before a write are over. */
async function untilWriting(
  clock: { pendingTimers(): number },
  keychain: { calls: readonly string[] },
): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  expect(keychain.calls.at(-1)).toBe('read');
  expect(clock.pendingTimers()).toBe(1);
}
