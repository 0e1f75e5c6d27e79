import { describe, expect, it } from 'vitest';
import { parseMasterKey } from '../../../electron/vault/master-key.ts';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { LedgerWriteError } from '../../../electron/keys/ledger/ledger.ts';
import { keepSecret, OTHER_MASTER_KEY, openSecret, sealedWorld, vaultWorld } from './vault-fixture.ts';
import { holds } from '../../support/holds.ts';

const passphrase = 'correct horse battery staple';
const unlocked = (holder: string) => ({ ok: true, value: { kind: 'unlocked', holder } });
const refused = (code: string) => ({ ok: false, error: { code } });

async function openWorld() {
  const world = await sealedWorld();
  await world.vault.open();
  return world;
}

/** A restart on a ledger whose holder is the passphrase. */
async function wrappedWorld() {
  const world = await openWorld();
  expect(await world.vault.usePassphrase(passphrase)).toEqual(unlocked('passphrase'));
  const vault = world.restart();
  await vault.open();
  return { ...world, vault };
}

describe('locking', () => {
  it('takes the master key out of memory until it is unlocked, whoever looks for it meanwhile', async () => {
    const world = await openWorld();
    const locked = { kind: 'locked', holder: 'keychain', reason: 'hand' };
    expect(world.vault.lock('hand')).toEqual({ ok: true, value: locked });
    expect(openSecret(world)).toBe('vault-locked');
    expect(await world.vault.open()).toEqual(locked);
    expect(await world.vault.prepare()).toMatchObject(refused('vault-locked'));
    expect(openSecret(world)).toBe('vault-locked');
    expect(await world.vault.unlock(null)).toEqual(unlocked('keychain'));
    expect(openSecret(world)).toBe('my secret');
  });

  it('stays locked when the keychain does not give the master key, and says why', async () => {
    const world = await openWorld();
    world.vault.lock('hand');
    world.keychain.failure = 'locked';
    expect(await world.vault.unlock(null)).toMatchObject({
      ok: false,
      error: { code: 'vault-unreadable', message: expect.stringContaining('keychain is locked') as string },
    });
    expect(world.vault.state()).toMatchObject({ kind: 'locked' });
    world.keychain.failure = null;
    expect(await world.vault.unlock(null)).toEqual(unlocked('keychain'));
  });

  it('is refused where it would lose the master key, and changes nothing where there is none', async () => {
    const world = vaultWorld();
    await world.vault.open();
    expect(world.vault.lock('idle')).toEqual({ ok: true, value: { kind: 'empty' } });
    world.keychain.failure = 'no-service';
    await world.vault.useMemory();
    await keepSecret(world, 'my secret');
    expect(world.vault.lock('hand')).toMatchObject(refused('lock-needs-holder'));
    expect(openSecret(world)).toBe('my secret');
  });

  it('in the middle of a change of holder stops the change', async () => {
    const world = await openWorld();
    const changing = world.vault.usePassphrase(passphrase);
    // Once the change has begun, and long before the passphrase is derived.
    await Promise.resolve();
    world.vault.lock('system');
    expect(await changing).toMatchObject(refused('vault-locked'));
    expect(await world.vault.unlock(null)).toEqual(unlocked('keychain'));
    expect(openSecret(world)).toBe('my secret');
  });
});

/** Locks once the call has begun, and before it ends. Returns the states that were told of from then on. */
async function lockedWhile(
  vault: ReturnType<typeof vaultWorld>['vault'],
  call: () => Promise<unknown>,
): Promise<unknown> {
  const told: string[] = [];
  vault.onChange(({ kind }) => void told.push(kind));
  const running = call();
  await Promise.resolve();
  vault.lock('system');
  await running;
  expect(told).not.toContain('unlocked');
  return vault.state();
}

describe('locking while Keyfob is being unlocked', () => {
  const byPassphrase = { kind: 'locked', holder: 'passphrase', reason: 'system' };
  const byKeychain = { kind: 'locked', holder: 'keychain', reason: 'system' };

  it(
    'ends with a locked one, whose passphrase was right',
    holds('confinement.locked-meanwhile'),
    async () => {
      const { vault } = await wrappedWorld();
      expect(await lockedWhile(vault, () => vault.unlock(passphrase))).toEqual(byPassphrase);
      expect(await vault.unlock(passphrase)).toEqual(unlocked('passphrase'));
    },
  );

  it('ends with a locked one, whose keychain answered', holds('confinement.locked-meanwhile'), async () => {
    const world = await openWorld();
    world.vault.lock('hand');
    expect(await lockedWhile(world.vault, () => world.vault.unlock(null))).toEqual(byKeychain);
    expect(openSecret(world)).toBe('vault-locked');
    expect(await world.vault.unlock(null)).toEqual(unlocked('keychain'));
  });

  it('ends with a locked one at its start', holds('confinement.locked-meanwhile'), async () => {
    const world = await openWorld();
    const vault = world.restart();
    expect(await lockedWhile(vault, () => vault.open())).toEqual(byKeychain);
    expect(openSecret({ ...world, vault })).toBe('vault-locked');
    expect(await vault.prepare()).toMatchObject(refused('vault-locked'));
  });

  it('ends with a locked one for who begins to seal', holds('confinement.locked-meanwhile'), async () => {
    const vault = (await openWorld()).restart();
    let prepared: unknown;
    await lockedWhile(vault, async () => (prepared = await vault.prepare()));
    expect(prepared).toMatchObject(refused('vault-locked'));
  });

  it('counts for what had begun alone: who unlocks it afterwards has it', async () => {
    const { vault } = await wrappedWorld();
    const first = vault.unlock(passphrase);
    await Promise.resolve();
    vault.lock('system');
    expect(await vault.unlock(passphrase)).toEqual(unlocked('passphrase'));
    expect(await first).toMatchObject(refused('vault-locked'));
  });
});

describe('a passphrase', () => {
  it('becomes the holder: the keychain’s copy goes, and Keyfob begins locked', async () => {
    const world = await wrappedWorld();
    expect(world.keychain.value).toBeNull();
    expect(world.vault.state()).toEqual({ kind: 'locked', holder: 'passphrase', reason: 'start' });
    expect(await world.vault.unlock('correct horse battery stapler')).toMatchObject(
      refused('passphrase-wrong'),
    );
    expect(openSecret(world)).toBe('vault-locked');
    expect(await world.vault.unlock(passphrase)).toEqual(unlocked('passphrase'));
    expect(openSecret(world)).toBe('my secret');
  });

  it('is the same however its letters are composed', async () => {
    const world = await openWorld();
    await world.vault.usePassphrase('Käsekuchen im März');
    const vault = world.restart();
    await vault.open();
    expect(await vault.unlock('Käsekuchen im März'.normalize('NFD'))).toEqual(unlocked('passphrase'));
  });

  it('can hold the first master key of all, where there is no keychain', async () => {
    const world = vaultWorld();
    world.keychain.failure = 'no-service';
    await world.vault.open();
    expect(await world.vault.usePassphrase(passphrase)).toEqual(unlocked('passphrase'));
    await keepSecret(world, 'my secret');
    const vault = world.restart();
    await vault.open();
    await vault.unlock(passphrase);
    expect(openSecret({ ...world, vault })).toBe('my secret');
  });

  it('that is too short is refused, and nothing is changed', async () => {
    const world = await openWorld();
    expect(await world.vault.usePassphrase('eleven chrs')).toMatchObject(refused('passphrase-too-short'));
    expect(world.vault.state()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(world.keychain.value).not.toBeNull();
  });

  it('is changed by whoever knows it', async () => {
    const world = await wrappedWorld();
    await world.vault.unlock(passphrase);
    const next = 'another long passphrase';
    expect(await world.vault.changePassphrase({ current: 'not this one', next })).toMatchObject(
      refused('passphrase-wrong'),
    );
    expect(await world.vault.changePassphrase({ current: passphrase, next })).toEqual(unlocked('passphrase'));
    const vault = world.restart();
    await vault.open();
    expect(await vault.unlock(passphrase)).toMatchObject(refused('passphrase-wrong'));
    expect(await vault.unlock(next)).toEqual(unlocked('passphrase'));
    expect(openSecret({ ...world, vault })).toBe('my secret');
  });

  it('is guessed ever more slowly', holds('storage.passphrase'), async () => {
    const world = await wrappedWorld();
    for (let guess = 0; guess < 3; guess += 1) {
      expect(await world.vault.unlock(`guess ${String(guess)}`)).toMatchObject(refused('passphrase-wrong'));
    }
    expect(await world.vault.unlock(passphrase)).toMatchObject(refused('passphrase-wait'));
    world.clock.advance(1_000);
    expect(await world.vault.unlock('guess 4')).toMatchObject(refused('passphrase-wrong'));
    world.clock.advance(1_000);
    expect(await world.vault.unlock(passphrase)).toMatchObject(refused('passphrase-wait'));
    world.clock.advance(1_000);
    expect(await world.vault.unlock(passphrase)).toEqual(unlocked('passphrase'));
  });

  it('whose wrapped key is damaged or gone is told from a wrong one', async () => {
    const { ledger, restart } = await wrappedWorld();
    ledger.run(`UPDATE wrapped_master_key SET envelope = '{}'`);
    expect(await restart().open()).toMatchObject({ kind: 'unreadable', reason: 'passphrase-lost' });
    ledger.run('DELETE FROM wrapped_master_key');
    expect(await restart().open()).toMatchObject({ kind: 'unreadable', reason: 'passphrase-lost' });
  });

  it('opens nothing once a bit of the header was changed', holds('storage.passphrase'), async () => {
    const world = await wrappedWorld();
    world.ledger.run(`UPDATE wrapped_master_key SET envelope = json_set(envelope, '$.kdf.r', 7)`);
    expect(await world.vault.unlock(passphrase)).toMatchObject(refused('passphrase-wrong'));
  });
});

describe('a change of holder that is killed', holds('storage.holder'), () => {
  it('before it is written leaves the old holder', async () => {
    const world = await openWorld();
    const full: Ledger = {
      ...world.ledger,
      transaction: () => {
        throw new LedgerWriteError('the disk is full');
      },
    };
    const vault = world.restart({ ledger: full });
    await vault.open();
    expect(await vault.usePassphrase(passphrase)).toMatchObject(refused('ledger-write-failed'));
    const again = world.restart();
    expect(await again.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(openSecret({ ...world, vault: again })).toBe('my secret');
  });

  it('before the old copy is removed leaves one that goes at the next unlocking', async () => {
    const world = await openWorld();
    const before = world.keychain.value;
    await world.vault.usePassphrase(passphrase);
    world.keychain.value = before;
    const vault = world.restart();
    expect(await vault.open()).toMatchObject({ kind: 'locked' });
    expect(await vault.unlock(passphrase)).toEqual(unlocked('passphrase'));
    expect(world.keychain.value).toBeNull();
  });

  it('never removes what is not its own', async () => {
    const world = await wrappedWorld();
    world.keychain.value = OTHER_MASTER_KEY;
    await world.vault.unlock(passphrase);
    expect(world.keychain.value).toBe(OTHER_MASTER_KEY);
  });
});

describe('moving to the keychain', () => {
  it('leaves no wrapped key behind', async () => {
    const world = await wrappedWorld();
    await world.vault.unlock(passphrase);
    expect(await world.vault.useKeychain()).toEqual(unlocked('keychain'));
    expect(world.ledger.all('SELECT * FROM wrapped_master_key')).toEqual([]);
    const vault = world.restart();
    expect(await vault.open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(openSecret({ ...world, vault })).toBe('my secret');
  });

  it('overwrites no other master key, and says when the keychain refuses', async () => {
    const world = await wrappedWorld();
    await world.vault.unlock(passphrase);
    world.keychain.value = OTHER_MASTER_KEY;
    expect(await world.vault.useKeychain()).toMatchObject(refused('keychain-holds-another'));
    world.keychain.value = null;
    world.keychain.corruptWrites = true;
    expect(await world.vault.useKeychain()).toMatchObject(refused('keychain-refused'));
    expect(world.vault.state()).toEqual({ kind: 'unlocked', holder: 'passphrase' });
  });

  it('keeps keys that were made in memory', async () => {
    const world = vaultWorld();
    world.keychain.failure = 'no-service';
    await world.vault.open();
    await world.vault.useMemory();
    await keepSecret(world, 'my secret');
    world.keychain.failure = null;
    expect(await world.vault.useKeychain()).toEqual(unlocked('keychain'));
    const vault = world.restart();
    await vault.open();
    expect(openSecret({ ...world, vault })).toBe('my secret');
  });
});

describe('a recovery kit', () => {
  const kitPassphrase = 'written on paper, in a drawer';

  async function kitWorld() {
    const world = await openWorld();
    const made = await world.vault.makeRecoveryKit(kitPassphrase);
    if (!made.ok) throw new Error(made.error.code);
    return { ...world, kit: made.value };
  }

  it(
    'holds no master key in the clear, and opens with its passphrase alone',
    holds('storage.kit'),
    async () => {
      const { vault, keychain, kit } = await kitWorld();
      const masterKey = Buffer.from(parseMasterKey(keychain.value ?? '') ?? []);
      expect(masterKey).toHaveLength(32);
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        expect(kit).not.toContain(masterKey.toString(encoding).replace(/=+$/, ''));
      }
      expect(await vault.opensRecoveryKit(kit, kitPassphrase)).toBe(true);
      expect(await vault.opensRecoveryKit(kit, passphrase)).toBe(false);
    },
  );

  it('brings the secrets back where the keychain lost the master key', holds('storage.kit'), async () => {
    const world = await kitWorld();
    world.keychain.value = null;
    const vault = world.restart();
    expect(await vault.open()).toMatchObject({ kind: 'unreadable', reason: 'master-key-absent' });
    expect(await vault.restoreRecoveryKit(world.kit, passphrase)).toMatchObject(refused('passphrase-wrong'));
    expect(await vault.restoreRecoveryKit(world.kit, kitPassphrase)).toEqual(unlocked('keychain'));
    expect(openSecret({ ...world, vault })).toBe('my secret');
    expect(await world.restart().open()).toEqual({ kind: 'unlocked', holder: 'keychain' });
  });

  it('leaves another master key where it is, and is then held by its passphrase', async () => {
    const world = await kitWorld();
    world.keychain.value = OTHER_MASTER_KEY;
    const vault = world.restart();
    await vault.open();
    expect(await vault.restoreRecoveryKit(world.kit, kitPassphrase)).toEqual(unlocked('passphrase'));
    expect(world.keychain.value).toBe(OTHER_MASTER_KEY);
    const again = world.restart();
    await again.open();
    expect(await again.unlock(kitPassphrase)).toEqual(unlocked('passphrase'));
    expect(openSecret({ ...world, vault: again })).toBe('my secret');
  });

  it('of other secrets, or that is none, changes nothing', async () => {
    const { kit } = await kitWorld();
    const other = await openWorld();
    other.ledger.run('DELETE FROM vault');
    other.keychain.value = OTHER_MASTER_KEY;
    const own = vaultWorld();
    own.keychain.value = OTHER_MASTER_KEY;
    await own.vault.open();
    await keepSecret(own, 'a secret of somebody else');
    expect(await own.vault.restoreRecoveryKit(kit, kitPassphrase)).toMatchObject(
      refused('recovery-kit-other'),
    );
    for (const text of ['', 'null', '[]', kit.slice(1), kit.replace('"scrypt"', '"none"')]) {
      expect(await own.vault.restoreRecoveryKit(text, kitPassphrase)).toMatchObject(
        refused('recovery-kit-invalid'),
      );
    }
    expect(openSecret(own)).toBe('a secret of somebody else');
  });

  it(
    'that asks for gigabytes of memory is none',
    holds('storage.passphrase', 'import.passphrase'),
    async () => {
      const { vault, kit } = await kitWorld();
      const made = kit.replace('"N": 16384', '"N": 1048576').replace('"r": 8', '"r": 32');
      expect(made).not.toBe(kit);
      expect(await vault.restoreRecoveryKit(made, kitPassphrase)).toMatchObject(
        refused('recovery-kit-invalid'),
      );
    },
  );
});
