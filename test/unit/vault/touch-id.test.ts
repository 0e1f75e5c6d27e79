import { describe, expect, it } from 'vitest';
import { writeAsksTouchId } from '../../../electron/vault/vault-rows.ts';
import { createPresence } from '../../../electron/vault/presence.ts';
import { createTouchIdSetting } from '../../../electron/vault/touch-id-setting.ts';
import { LockedMeanwhileError } from '../../../electron/vault/while-unlocked.ts';
import { inMemoryTouchId } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';
import { openSecret, sealedWorld, vaultWorld } from './vault-fixture.ts';

const unlocked = { ok: true, value: { kind: 'unlocked', holder: 'keychain' } };
const refused = (code: string) => ({ ok: false, error: { code } });
const passphrase = 'correct horse battery staple';

/** A restart of a Keyfob in which Touch ID was chosen. */
async function guardedWorld() {
  const world = await sealedWorld();
  writeAsksTouchId(world.ledger, true);
  await world.vault.open();
  world.keychain.calls.length = 0;
  return world;
}

describe('a vault that asks for Touch ID', () => {
  it('begins locked, without a look at the keychain, and stays so whoever looks again', async () => {
    const world = await guardedWorld();
    const locked = { kind: 'locked', holder: 'keychain', reason: 'start' };
    expect(world.vault.state()).toEqual(locked);
    expect(await world.vault.open()).toEqual(locked);
    expect(await world.vault.open({ quietly: true })).toEqual(locked);
    expect(await world.vault.prepare()).toMatchObject(refused('vault-locked'));
    expect(world.touchId.asked).toEqual([]);
    expect(world.keychain.calls).toEqual([]);
  });

  it('reads the keychain once the person has answered, and never before', async () => {
    const world = await guardedWorld();
    world.touchId.does = 'nothing';
    const unlocking = world.vault.unlock(null);
    await Promise.resolve();
    expect(world.touchId.asked).toEqual(['unlock']);
    expect(world.keychain.calls).toEqual([]);
    world.touchId.answer(true);
    expect(await unlocking).toEqual(unlocked);
    expect(openSecret(world)).toBe('my secret');
  });

  it('stays locked when the question is cancelled, and asks again the next time', async () => {
    const world = await guardedWorld();
    world.touchId.does = 'refuses';
    expect(await world.vault.unlock(null)).toMatchObject(refused('touch-id-refused'));
    expect(world.keychain.calls).toEqual([]);
    expect(openSecret(world)).toBe('vault-locked');
    world.touchId.does = 'confirms';
    expect(await world.vault.unlock(null)).toEqual(unlocked);
    expect(world.touchId.asked).toEqual(['unlock', 'unlock']);
  });

  it('shows one question at a time, whose answer counts for all who asked', async () => {
    const world = await guardedWorld();
    world.touchId.does = 'nothing';
    const both = [world.vault.unlock(null), world.vault.unlock(null)];
    await Promise.resolve();
    world.touchId.answer(true);
    expect(await Promise.all(both)).toEqual([unlocked, unlocked]);
    expect(world.touchId.asked).toEqual(['unlock']);
  });

  it('is not unlocked by the system alone', holds('confinement.touch-id'), async () => {
    const world = await guardedWorld();
    expect(await world.vault.unlockUnasked()).toMatchObject(refused('touch-id-refused'));
    expect(world.touchId.asked).toEqual([]);
    expect(world.keychain.calls).toEqual([]);
  });

  it('can be opened by a recovery kit while the question is open', async () => {
    const world = await sealedWorld();
    await world.vault.open();
    const kit = await world.vault.makeRecoveryKit(passphrase);
    writeAsksTouchId(world.ledger, true);
    world.vault.lock('hand');
    world.touchId.does = 'nothing';
    const unlocking = world.vault.unlock(null);
    expect(await world.vault.restoreRecoveryKit(kit.ok ? kit.value : '', passphrase)).toEqual(unlocked);
    world.touchId.answer(false);
    expect(await unlocking).toMatchObject(refused('touch-id-refused'));
    expect(openSecret(world)).toBe('my secret');
  });

  it('asks nobody where the passphrase is the holder: it alone opens the master key', async () => {
    const world = await sealedWorld();
    await world.vault.open();
    await world.vault.usePassphrase(passphrase);
    writeAsksTouchId(world.ledger, true);
    world.vault.lock('hand');
    expect(await world.vault.unlock('not this one at all')).toMatchObject(refused('passphrase-wrong'));
    expect(await world.vault.unlock(passphrase)).toMatchObject({ ok: true });
    expect(world.touchId.asked).toEqual([]);
  });

  it('asks nobody where nothing is kept yet', async () => {
    const world = vaultWorld();
    writeAsksTouchId(world.ledger, true);
    expect(await world.vault.open()).toEqual({ kind: 'empty' });
  });

  it('asks nobody on a system that has no Touch ID', async () => {
    const { ledger } = await guardedWorld();
    const presence = createPresence({
      ...{ ledger, touchId: inMemoryTouchId({ isKnown: false }) },
      reasons: () => ({ unlock: '', turnOn: '', turnOff: '' }),
    });
    expect(presence.isAsked()).toBe(false);
  });
});

describe('the choice of Touch ID', () => {
  async function arrange() {
    const world = await sealedWorld();
    await world.vault.open();
    const reasons = () => ({ unlock: 'unlock', turnOn: 'turn on', turnOff: 'turn off' });
    const presence = createPresence({ ...world, reasons });
    const events: string[] = [];
    const setting = createTouchIdSetting({ ...world, presence, publish: (event) => void events.push(event) });
    return { ...world, setting, events };
  }

  it('is asked about in both directions', async () => {
    const { setting, touchId, events } = await arrange();
    expect(setting.state()).toEqual({ canAsk: true, isOn: false });
    expect(await setting.set(true)).toEqual({ ok: true, value: { canAsk: true, isOn: true } });
    touchId.does = 'refuses';
    expect(await setting.set(false)).toMatchObject(refused('touch-id-refused'));
    expect(setting.state().isOn).toBe(true);
    touchId.does = 'confirms';
    expect(await setting.set(false)).toEqual({ ok: true, value: { canAsk: true, isOn: false } });
    expect(touchId.asked).toEqual(['turn on', 'turn off', 'turn off']);
    expect(events).toEqual(['touchId.changed', 'touchId.changed']);
  });

  it('changes nothing when it is what it was', async () => {
    const { setting, touchId, events } = await arrange();
    expect(await setting.set(false)).toMatchObject({ ok: true });
    expect([...touchId.asked, ...events]).toEqual([]);
  });

  it('is refused where another holder than the keychain has the master key', async () => {
    const { setting, touchId, vault } = await arrange();
    await vault.usePassphrase(passphrase);
    expect(await setting.set(true)).toMatchObject(refused('touch-id-needs-keychain'));
    expect(touchId.asked).toEqual([]);
  });

  it('does not count when Keyfob is locked before the answer', async () => {
    const { setting, touchId, vault } = await arrange();
    touchId.does = 'nothing';
    const changing = setting.set(true);
    vault.lock('idle');
    touchId.answer(true);
    await expect(changing).rejects.toBeInstanceOf(LockedMeanwhileError);
    expect(setting.state().isOn).toBe(false);
  });
});
