import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../shared/contract/contract.ts';
import { holds } from '../support/holds.ts';
import { inMemoryTouchId } from '../support/in-memory-ports.ts';
import { restartingApp } from '../support/restarting-app.ts';
import type { wholeApp } from '../support/whole-app.ts';

const locked = { kind: 'locked', holder: 'keychain' };
const refused = (code: string) => ({ ok: false, error: { code } });
let touchId: ReturnType<typeof inMemoryTouchId>;
let place: ReturnType<typeof restartingApp>;
let app: ReturnType<typeof wholeApp>;

/** One with a key, in which Touch ID was chosen; then nobody is there who could answer. */
beforeEach(async () => {
  touchId = inMemoryTouchId();
  place = restartingApp({ touchId });
  const started = await place.start();
  ({ app } = started);
  await started.value('keys.generate', { name: 'CI key', serviceId: 'local', expiry: { kind: 'never' } });
  await started.value('vault.setTouchId', { isOn: true });
  touchId.does = 'refuses';
});
afterEach(() => place.end());

async function restart(): Promise<void> {
  await place.stop();
  ({ app } = await place.start());
}

/** Every command that a window without scruples could call, with what it would give. */
async function tryEverything(): Promise<void> {
  for (const passphrase of [null, '', 'correct horse battery staple']) {
    await app.invoke('vault.unlock', { passphrase });
    await app.invoke('vault.openRecoveryKit', { passphrase: passphrase ?? '' });
    await app.invoke('vault.usePassphrase', { passphrase: passphrase ?? '' });
  }
  for (const isOn of [true, false]) await app.invoke('vault.setTouchId', { isOn });
  for (const command of Object.keys(commands)) await app.invoke(command, {});
  await Promise.all(Array.from({ length: 20 }, () => app.invoke('vault.unlock', { passphrase: null })));
}

describe('Keyfob that asks for Touch ID, and nobody answers', () => {
  it('stays locked whatever the window calls', holds('confinement.touch-id'), async () => {
    expect(app.vault.lock('hand')).toMatchObject({ ok: true });
    place.keychain.calls.length = 0;
    await tryEverything();
    expect(app.vault.state()).toMatchObject(locked);
    expect(place.keychain.calls).toEqual([]);
    expect(await app.invoke('keys.list', {})).toMatchObject(refused('vault-locked'));
  });

  it('stays locked after a restart', holds('confinement.touch-id'), async () => {
    await restart();
    place.keychain.calls.length = 0;
    await tryEverything();
    expect(app.vault.state()).toMatchObject({ ...locked, reason: 'start' });
    expect(place.keychain.calls).toEqual([]);
  });

  it('cannot be told not to ask by the window', holds('confinement.touch-id'), async () => {
    expect(await app.invoke('vault.setTouchId', { isOn: false })).toMatchObject(refused('touch-id-refused'));
    const patch = { unlocksWithTouchId: false, isOn: false };
    expect(await app.invoke('preferences.set', patch)).toMatchObject(refused('invalid-input'));
    await restart();
    expect(app.vault.state()).toMatchObject(locked);
  });

  it('does not take an answer that came before for one to the next question', async () => {
    touchId.does = 'confirms';
    app.vault.lock('hand');
    expect(await app.invoke('vault.unlock', { passphrase: null })).toMatchObject({ ok: true });
    touchId.does = 'refuses';
    app.vault.lock('hand');
    expect(await app.invoke('vault.unlock', { passphrase: null })).toMatchObject(refused('touch-id-refused'));
    expect(app.vault.state()).toMatchObject(locked);
  });
});
