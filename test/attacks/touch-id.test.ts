import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../shared/contract/contract.ts';
import { holds } from '../support/holds.ts';
import { inMemoryKeychain, inMemoryTouchId } from '../support/in-memory-ports.ts';
import { wholeApp } from '../support/whole-app.ts';

let folder = '';
const locked = { kind: 'locked', holder: 'keychain' };
let touchId: ReturnType<typeof inMemoryTouchId>;
let keychain: ReturnType<typeof inMemoryKeychain>;
let app: ReturnType<typeof wholeApp>;

const refused = (code: string) => ({ ok: false, error: { code } });

/** One with a key, in which Touch ID was chosen; then nobody is there who could answer. */
beforeEach(async () => {
  touchId = inMemoryTouchId();
  keychain = inMemoryKeychain();
  folder = mkdtempSync(join(tmpdir(), 'keyfob-touch-id-'));
  app = wholeApp({ folder, touchId, keychain });
  await app.vault.open();
  const key = { name: 'CI key', serviceId: 'local', expiry: { kind: 'never' } };
  expect(await app.invoke('keys.generate', key)).toMatchObject({ ok: true });
  expect(await app.invoke('vault.setTouchId', { isOn: true })).toMatchObject({ ok: true });
  touchId.does = 'refuses';
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  await app.close();
  app = wholeApp({ folder, touchId, keychain });
  await app.vault.open();
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
    keychain.calls.length = 0;
    await tryEverything();
    expect(app.vault.state()).toMatchObject(locked);
    expect(keychain.calls).toEqual([]);
    expect(await app.invoke('keys.list', {})).toMatchObject(refused('vault-locked'));
  });

  it('stays locked after a restart', holds('confinement.touch-id'), async () => {
    await restart();
    keychain.calls.length = 0;
    await tryEverything();
    expect(app.vault.state()).toMatchObject({ ...locked, reason: 'start' });
    expect(keychain.calls).toEqual([]);
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
