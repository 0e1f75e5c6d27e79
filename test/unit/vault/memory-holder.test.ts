import { describe, expect, it } from 'vitest';
import { LedgerWriteError, type Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { keepSecret, ledgerContent, openSecret, sealedOf, sealedWorld, vaultWorld } from './vault-fixture.ts';

describe('a master key in memory', () => {
  async function memoryWorld() {
    const world = vaultWorld();
    world.keychain.failure = 'no-service';
    await world.vault.open();
    const chosen = await world.vault.useMemory();
    return { ...world, chosen };
  }

  it('is the choice of a person without a keychain, and works until Keyfob quits', async () => {
    const world = await memoryWorld();
    expect(world.chosen).toEqual({ ok: true, value: { kind: 'unlocked', holder: 'memory' } });
    await keepSecret(world, 'my secret');
    expect(openSecret(world)).toBe('my secret');
    expect(await world.vault.open()).toEqual({ kind: 'unlocked', holder: 'memory' });
    expect(world.keychain.value).toBeNull();
  });

  it('is said to be gone after a restart, also where a keychain has come up', async () => {
    const world = await memoryWorld();
    await keepSecret(world, 'my secret');
    const before = ledgerContent(world.ledger);
    for (const failure of ['no-service', null] as const) {
      world.keychain.failure = failure;
      const vault = world.restart();
      expect(await vault.open()).toMatchObject({ kind: 'unreadable', reason: 'holder-was-memory' });
      expect(openSecret({ ...world, vault })).toBe('vault-unreadable');
    }
    expect(ledgerContent(world.ledger)).toEqual(before);
  });

  it('is followed by one in the keychain as soon as a secret is to be sealed; the old ones stay, and say why', async () => {
    const world = await memoryWorld();
    await keepSecret(world, 'my secret');
    world.keychain.failure = null;
    const restarted = { ...world, vault: world.restart() };
    await restarted.vault.open();
    await keepSecret(restarted, 'new secret', 'new');

    expect(restarted.vault.state()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(openSecret(restarted, 'new')).toBe('new secret');
    const lost = restarted.vault.unseal(sealedOf(world.ledger), { apiKeyId: 'key', version: 1 });
    expect(lost).toMatchObject({
      error: { code: 'secret-damaged', message: expect.stringContaining('memory') as string },
    });
    const again = world.restart();
    expect(await again.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(openSecret({ ...world, vault: again }, 'new')).toBe('new secret');
  });

  it('is followed by another one in memory when the person chooses that', async () => {
    const world = await memoryWorld();
    await keepSecret(world, 'my secret');
    const vault = world.restart();
    await vault.open();
    expect(await vault.prepare()).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    expect(vault.state()).toMatchObject({ kind: 'unreadable', reason: 'holder-was-memory' });
    expect(await vault.useMemory()).toEqual({ ok: true, value: { kind: 'unlocked', holder: 'memory' } });
    expect(openSecret({ ...world, vault })).toBe('secret-damaged');
    await keepSecret({ ...world, vault }, 'new secret', 'new');
    expect(openSecret({ ...world, vault }, 'new')).toBe('new secret');
  });

  it('asks again after a restart when nothing was sealed with it', async () => {
    const world = await memoryWorld();
    expect(await world.restart().open()).toMatchObject({ kind: 'needs-holder' });
    world.keychain.failure = null;
    expect(await world.restart().open()).toEqual({ kind: 'empty' });
  });

  it('gives way to a keychain that holds the master key', async () => {
    const world = await sealedWorld();
    expect(await world.vault.useMemory()).toEqual({
      ok: true,
      value: { kind: 'unlocked', holder: 'keychain' },
    });
  });

  it('is not begun when the disk does not take its holder', async () => {
    const world = vaultWorld();
    world.keychain.failure = 'no-service';
    const ledger: Ledger = {
      ...world.ledger,
      run: () => {
        throw new LedgerWriteError('full');
      },
    };
    const vault = world.restart({ ledger });
    expect(await vault.useMemory()).toMatchObject({ ok: false, error: { code: 'ledger-write-failed' } });
    expect(() => vault.seal('my secret', { apiKeyId: 'key', version: 1 })).toThrow('prepare');
  });
});
