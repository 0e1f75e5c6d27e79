import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  LedgerUnavailableError,
  LedgerWriteError,
  type Ledger,
} from '../../../electron/keys/ledger/ledger.ts';
import type { KeychainFailure } from '../../../electron/ports/keychain.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { encodeMasterKey } from '../../../electron/vault/master-key.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import {
  keepSecret,
  ledgerContent,
  openSecret,
  OTHER_MASTER_KEY,
  sealedOf,
  sealedWorld,
  vaultWorld,
} from './vault-fixture.ts';
import { holds } from '../../support/holds.ts';

const failures: readonly (readonly [KeychainFailure, string])[] = [
  ['locked', 'keychain-locked'],
  ['denied', 'keychain-denied'],
  ['no-service', 'keychain-unavailable'],
  ['unknown', 'keychain-unavailable'],
  ['timeout', 'keychain-timeout'],
];

describe('the vault at its first start', () => {
  it('is empty, and makes no master key before one is needed', async () => {
    const { vault, keychain } = vaultWorld();
    expect(vault.state()).toEqual({ kind: 'opening' });
    expect(await vault.open()).toEqual({ kind: 'empty' });
    expect(keychain.value).toBeNull();
    expect(keychain.calls).toEqual(['read']);
  });

  it('makes one with the first secret, and opens that after a restart with one read', async () => {
    const world = vaultWorld();
    await world.vault.open();
    await keepSecret(world, 'my secret');
    expect(world.keychain.value).toMatch(/^v1:[\w-]{43}$/);
    expect(openSecret(world)).toBe('my secret');

    world.keychain.calls.length = 0;
    const vault = world.restart();
    expect(await vault.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(openSecret({ ...world, vault })).toBe('my secret');
    expect(world.keychain.calls).toEqual(['read']);
  });

  it('makes one master key for any number of calls at once', async () => {
    const { vault, keychain } = vaultWorld();
    const prepared = await Promise.all(Array.from({ length: 500 }, () => vault.prepare()));
    expect(prepared.every((result) => result.ok)).toBe(true);
    expect(keychain.calls.filter((call) => call === 'write')).toHaveLength(1);
  });

  it.each(failures)('asks who shall hold the master key when the keychain is %s', async (failure, reason) => {
    const { vault, keychain, ledger } = vaultWorld();
    keychain.failure = failure;
    expect(await vault.open()).toMatchObject({ kind: 'needs-holder', reason });
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    expect(() => vault.seal('my secret', { apiKeyId: 'key', version: 1 })).toThrow('prepare');
    keychain.failure = null;
    expect(await vault.open()).toEqual({ kind: 'empty' });
    await keepSecret({ vault, ledger }, 'my secret');
  });

  it('finds the keychain by itself when it came up since', async () => {
    const { vault, keychain } = vaultWorld();
    keychain.failure = 'locked';
    await vault.open();
    keychain.failure = null;
    expect(await vault.prepare()).toEqual({ ok: true, value: null });
    expect(vault.state()).toEqual({ kind: 'unlocked', holder: 'keychain' });
  });

  it('adopts the master key of a start that was killed before its probe was written', async () => {
    const killed = vaultWorld();
    await killed.vault.prepare();
    const written = killed.keychain.value;
    killed.ledger.run('DELETE FROM vault');

    const vault = killed.restart();
    expect(await vault.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(killed.keychain.value).toBe(written);
    expect(killed.keychain.calls.filter((call) => call === 'write')).toHaveLength(1);
    expect(killed.ledger.all('SELECT holder FROM vault')).toEqual([{ holder: 'keychain' }]);
  });

  it('seals nothing with a key that the keychain did not give back', async () => {
    const { vault, keychain, ledger } = vaultWorld();
    keychain.corruptWrites = true;
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    expect(vault.state()).toMatchObject({ kind: 'needs-holder', reason: 'keychain-unavailable' });
    expect(keychain.value).toBeNull();
    keychain.corruptWrites = false;
    await keepSecret({ vault, ledger }, 'my secret');
  });

  it('leaves an entry alone that it does not understand', async () => {
    const { vault, keychain } = vaultWorld();
    keychain.value = 'v2:of a newer Keyfob';
    expect(await vault.open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-wrong' });
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
    expect(keychain.value).toBe('v2:of a newer Keyfob');
  });

  it('tells a full disk, and goes on with the same master key later', async () => {
    const world = vaultWorld();
    let isFull = true;
    const ledger: Ledger = {
      ...world.ledger,
      run(sql, parameters) {
        if (isFull) throw new LedgerWriteError('full');
        return world.ledger.run(sql, parameters);
      },
    };
    const vault = world.restart({ ledger });
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'ledger-write-failed' } });
    const written = world.keychain.value;
    isFull = false;
    expect(await vault.prepare()).toEqual({ ok: true, value: null });
    expect(world.keychain.value).toBe(written);
  });
});

describe('the vault with sealed secrets', () => {
  it.each(failures)(
    'is unreadable with the reason when the keychain is %s, and heals',
    holds('storage.keychain'),
    async (failure, reason) => {
      const world = await sealedWorld();
      const before = ledgerContent(world.ledger);
      const master = world.keychain.value;
      world.keychain.failure = failure;

      const state = await world.vault.open();
      expect(state).toMatchObject({ kind: 'unreadable', reason });
      expect(openSecret(world)).toBe('vault-unreadable');
      expect(await world.vault.prepare()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(await world.vault.useMemory()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(ledgerContent(world.ledger)).toEqual(before);

      world.keychain.failure = null;
      expect(await world.vault.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
      expect(openSecret(world)).toBe('my secret');
      expect(world.keychain.value).toBe(master);
    },
  );

  it('gives the refusal the message and the remedy of the state', async () => {
    const world = await sealedWorld();
    world.keychain.failure = 'locked';
    const state = await world.vault.open();
    const opened = world.vault.unseal(sealedOf(world.ledger), { apiKeyId: 'key', version: 1 });
    if (state.kind !== 'unreadable') throw new Error(state.kind);
    expect(opened).toEqual({
      ok: false,
      error: { code: 'vault-unreadable', message: state.message, remedy: state.remedy, told: state.told },
    });
    expect(state.message).toContain('locked');
    expect(state.told).toEqual({ name: 'vaultUnreadable', values: { state: 'keychain-locked' } });
    expect(state.remedy).toContain('Unlock');
  });

  it.each([null, encodeMasterKey(new Uint8Array(32))])(
    'does not offer to regenerate what it would refuse to seal (%#)',
    async (value) => {
      const world = await sealedWorld();
      world.keychain.value = value;
      const state = await world.vault.open();

      expect(await world.vault.prepare()).toMatchObject({ ok: false });
      expect('remedy' in state && state.remedy).not.toMatch(/regenerate/i);
      expect('remedy' in state && state.remedy).toMatch(/delete/i);
    },
  );

  it('makes no new master key when the keychain has none', holds('storage.other-key'), async () => {
    const world = await sealedWorld();
    const before = ledgerContent(world.ledger);
    const master = world.keychain.value;
    world.keychain.value = null;

    expect(await world.vault.open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-absent' });
    expect(await world.vault.prepare()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
    expect(await world.vault.useMemory()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
    expect(world.keychain.value).toBeNull();
    expect(ledgerContent(world.ledger)).toEqual(before);

    world.keychain.value = master;
    await world.vault.open();
    expect(openSecret(world)).toBe('my secret');
  });

  it.each([OTHER_MASTER_KEY, 'rubbish'])(
    'says that the keychain holds another master key (%j)',
    async (other) => {
      const world = await sealedWorld();
      const before = ledgerContent(world.ledger);
      const master = world.keychain.value;
      world.keychain.value = other;

      expect(await world.vault.open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-wrong' });
      expect(openSecret(world)).toBe('vault-unreadable');
      expect(await world.vault.prepare()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(await world.vault.useMemory()).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(world.keychain.value).toBe(other);
      expect(ledgerContent(world.ledger)).toEqual(before);

      world.keychain.value = master;
      await world.vault.open();
      expect(openSecret(world)).toBe('my secret');
    },
  );

  it('names a secret that was damaged or swapped with another one', holds('storage.flipped'), async () => {
    const world = await sealedWorld();
    await world.vault.open();
    await keepSecret(world, 'other secret', 'other');
    const [one, other] = [sealedOf(world.ledger), sealedOf(world.ledger, 'other')];
    world.ledger.run("UPDATE sealed_secrets SET sealed = ? WHERE api_key_id = 'key'", [other]);
    world.ledger.run("UPDATE sealed_secrets SET sealed = ? WHERE api_key_id = 'other'", [one]);
    expect(openSecret(world)).toBe('secret-damaged');
    expect(openSecret(world, 'other')).toBe('secret-damaged');
    expect(world.vault.unseal(one, { apiKeyId: 'key', version: 1 })).toEqual({
      ok: true,
      value: 'my secret',
    });
    expect(world.vault.unseal(one, { apiKeyId: 'key', version: 2 })).toMatchObject({
      error: { code: 'secret-damaged' },
    });
  });

  it('checks the master key against a secret where the probe is missing or damaged, and writes a new probe', async () => {
    const world = await sealedWorld();
    world.ledger.run('DELETE FROM vault');
    expect(await world.vault.open()).toMatchObject({ kind: 'unlocked' });
    world.ledger.run("UPDATE vault SET probe = x'0102'");
    expect(await world.restart().open()).toMatchObject({ kind: 'unlocked' });
    world.ledger.run("UPDATE sealed_secrets SET sealed = x'0102'");
    expect(await world.restart().open()).toMatchObject({ kind: 'unlocked' });
    world.ledger.run('DELETE FROM vault');
    expect(await world.restart().open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-wrong' });
  });

  it('takes the master key of the keychain when no secret is sealed any more', async () => {
    const world = await sealedWorld();
    world.ledger.run('DELETE FROM sealed_secrets');
    world.keychain.value = OTHER_MASTER_KEY;
    expect(await world.vault.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(world.keychain.value).toBe(OTHER_MASTER_KEY);
  });

  it('asks the keychain nothing while the master key fits', async () => {
    const world = await sealedWorld();
    await world.vault.open();
    const { length } = world.keychain.calls;
    await Promise.all(Array.from({ length: 20 }, () => world.vault.open()));
    await world.vault.prepare();
    expect(world.keychain.calls).toHaveLength(length);
  });

  it('notices that the ledger was replaced by one of another master key', async () => {
    const world = await sealedWorld();
    const foreign = vaultWorld();
    await keepSecret({ ...foreign, vault: foreign.restart() }, 'foreign secret');
    foreign.keychain.value = OTHER_MASTER_KEY;
    let current = world.ledger;
    const ledger: Ledger = {
      all: (...call) => current.all(...call),
      get: (...call) => current.get(...call),
      run: (...call) => current.run(...call),
      transaction: (work) => current.transaction(work),
      checkpointAndScrub: () => current.checkpointAndScrub(),
      mark: () => current.mark(),
      close: () => current.close(),
    };
    world.keychain.value = OTHER_MASTER_KEY;
    world.ledger.run('DELETE FROM sealed_secrets');
    const vault = world.restart({ ledger });
    expect(await vault.open()).toMatchObject({ kind: 'unlocked' });
    current = foreign.ledger;
    expect(await vault.open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-wrong' });
    current = world.ledger;
    expect(await vault.open()).toMatchObject({ kind: 'unlocked' });
  });

  it('waits for a ledger that is not open, and rejects nothing', async () => {
    const world = await sealedWorld();
    let isOpen = false;
    const ledger: Ledger = {
      ...world.ledger,
      get(sql, parameters) {
        if (!isOpen) throw new LedgerUnavailableError('closed');
        return world.ledger.get(sql, parameters);
      },
    };
    const vault = world.restart({ ledger });
    expect(await vault.open()).toEqual({ kind: 'opening' });
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'ledger-unavailable' } });
    expect(await vault.useMemory()).toMatchObject({ ok: false, error: { code: 'ledger-unavailable' } });
    isOpen = true;
    expect(await vault.open()).toMatchObject({ kind: 'unlocked' });
  });

  it('forgets the master key until it is opened again', async () => {
    const world = await sealedWorld();
    await world.vault.open();
    world.vault.forget();
    expect(openSecret(world)).toBe('vault-unreadable');
    await world.vault.open();
    expect(openSecret(world)).toBe('my secret');
  });

  it('overwrites a new master key when it forgets it', async () => {
    const world = vaultWorld();
    const made: Uint8Array[] = [];
    const bytes = (length: number) => {
      const fresh = new Uint8Array(length).fill(7);
      if (length === 32) made.push(fresh);
      return fresh;
    };
    const vault = createVault({ ...world, random: { bytes, id: () => 'id' } });
    await vault.prepare();
    expect(made).toEqual([new Uint8Array(32).fill(7)]);
    vault.forget();
    expect(made).toEqual([new Uint8Array(32)]);
  });

  it('seals no text that would come back as another one', async () => {
    const { vault } = vaultWorld();
    await vault.prepare();
    expect(() => vault.seal('half a pair: \uD800', { apiKeyId: 'key', version: 1 })).toThrow(TypeError);
  });

  it('tells changes once, until nobody listens', async () => {
    const world = await sealedWorld();
    const told: VaultState['kind'][] = [];
    const stop = world.vault.onChange((state) => told.push(state.kind));
    world.keychain.failure = 'locked';
    await world.vault.open();
    await world.vault.open();
    world.keychain.failure = null;
    await world.vault.open();
    expect(told).toEqual(['unreadable', 'unlocked']);
    stop();
    world.vault.forget();
    expect(told).toHaveLength(2);
  });

  it('shows its master key to nobody', async () => {
    const world = await sealedWorld();
    world.keychain.failure = 'unknown';
    const states = [await world.vault.open()];
    world.keychain.failure = null;
    states.push(await world.vault.open());
    const seen = [
      inspect(states),
      inspect(world.vault, { depth: 9 }),
      inspect(world.logger.lines, { depth: 9 }),
    ];
    const master = world.keychain.value?.slice(3) ?? '';
    expect(master).toHaveLength(43);
    expect(seen.join()).not.toContain(master);
    expect(seen.join()).not.toContain(Buffer.from(master, 'base64url').toString('hex'));
  });
});
