import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeMasterKey } from '../../../electron/vault/master-key.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { canStartKeyring, startKeyring, type Keyring, type KeyringState } from '../../support/keyring.ts';
import { startVaultProcess, type VaultProcess } from './vault-process.ts';
import { holds } from '../../support/holds.ts';

const OTHER = encodeMasterKey(seededRandom('another profile').bytes(32));
const unlocked = { kind: 'unlocked', holder: 'keychain' };
const opened = { ok: true, value: 'my secret' };
const unreadable = (reason: string) => ({ kind: 'unreadable', reason });

describe.skipIf(!canStartKeyring())('the vault on a real gnome-keyring', () => {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

  const begin = async (state: KeyringState) => {
    const folder = mkdtempSync(join(tmpdir(), 'kf-vault-'));
    endings.push(() => rmSync(folder, { recursive: true, force: true }));
    const keyring: Keyring = await startKeyring({ state });
    endings.push(() => keyring.stop());
    const start = async (options: { kill?: 'after-keychain-write'; env?: Record<string, string> } = {}) => {
      const process = await startVaultProcess({
        env: keyring.env,
        ledger: join(folder, 'keyfob.db'),
        ...options,
      });
      endings.push(() => process.stop());
      return process;
    };
    return { folder, keyring, start };
  };
  const sealOne = async (start: () => Promise<VaultProcess>) => {
    const first = await start();
    expect(await first.ask('keep', 'my secret')).toEqual({ ok: true, value: null });
    await first.stop();
  };

  it('keeps the master key there, and opens the secrets after a restart', async () => {
    const { start } = await begin('unlocked');
    const first = await start();
    expect(await first.ask('open')).toEqual({ kind: 'empty' });
    expect(await first.ask('readKeychain')).toEqual({ kind: 'absent' });
    expect(await first.ask('keep', 'my secret')).toEqual({ ok: true, value: null });
    expect(await first.ask('readKeychain')).toMatchObject({ kind: 'found' });
    await first.stop();

    const second = await start();
    expect(await second.ask('open')).toEqual(unlocked);
    expect(await second.ask('unseal')).toEqual(opened);
  });

  it(
    'says that the keyring is locked, opens nothing, and heals when it is unlocked',
    holds('storage.keychain'),
    async () => {
      const { keyring, start } = await begin('unlocked');
      await sealOne(start);
      await keyring.lock();
      const vault = await start();
      for (const how of ['openQuietly', 'open', 'openQuietly'] as const) {
        expect(await vault.ask(how)).toMatchObject(unreadable('keychain-locked'));
      }
      expect(await vault.ask('unseal')).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(await vault.ask('prepare')).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(await vault.ask('rows')).toEqual([[{ holder: 'keychain' }], [{ api_key_id: 'key' }]]);

      await keyring.unlock();
      expect(await vault.ask('openQuietly')).toEqual(unlocked);
      expect(await vault.ask('unseal')).toEqual(opened);
    },
  );

  it('never takes a locked keyring for an empty one', holds('storage.keychain'), async () => {
    const { keyring, start } = await begin('locked');
    const vault = await start();
    expect(await vault.ask('readKeychain')).toEqual({ kind: 'unavailable', reason: 'locked' });
    expect(await vault.ask('open')).toMatchObject({ kind: 'needs-holder', reason: 'keychain-locked' });
    expect(await vault.ask('writeKeychain', OTHER)).toEqual({ kind: 'unavailable', reason: 'locked' });
    expect(await vault.ask('prepare')).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    await keyring.unlock();
    expect(await vault.ask('keep', 'my secret')).toEqual({ ok: true, value: null });
    expect(await vault.ask('unseal')).toEqual(opened);
  });

  it('goes on reading while the keyring is locked behind its back', async () => {
    const { keyring, start } = await begin('unlocked');
    const vault = await start();
    await vault.ask('keep', 'my secret');
    await keyring.lock();
    expect(await vault.ask('open')).toEqual(unlocked);
    expect(await vault.ask('unseal')).toEqual(opened);
    expect(await vault.ask('removeFromKeychain')).toEqual({ kind: 'unavailable', reason: 'locked' });
  });

  it('says that there is no keychain, and finds one that comes up', async () => {
    const { keyring, start } = await begin('none');
    const vault = await start();
    expect(await vault.ask('open')).toMatchObject({ kind: 'needs-holder', reason: 'keychain-unavailable' });
    expect(await vault.ask('prepare')).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });
    await keyring.unlock();
    expect(await vault.ask('openQuietly')).toEqual({ kind: 'empty' });
    expect(await vault.ask('keep', 'my secret')).toEqual({ ok: true, value: null });
  });

  it('survives that the Secret Service ends and starts again', async () => {
    const { keyring, start } = await begin('unlocked');
    await sealOne(start);
    const vault = await start();
    expect(await vault.ask('readKeychain')).toMatchObject({ kind: 'found' });
    await keyring.stopService();
    expect(await vault.ask('open')).toMatchObject(unreadable('keychain-unavailable'));
    await keyring.unlock();
    expect(await vault.ask('readKeychain')).toMatchObject({ kind: 'found' });
    expect(await vault.ask('open')).toEqual(unlocked);
    expect(await vault.ask('unseal')).toEqual(opened);
  });

  it.each(['', 'unix:path=/nowhere/bus', 'autolaunch:', 'tcp:host=127.0.0.1,port=1'])(
    'says that there is no keychain where there is no session bus (%j)',
    async (address) => {
      const { start } = await begin('none');
      const vault = await start({ env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/nowhere' } });
      const state = await vault.ask('open');
      expect(state).toMatchObject({ kind: 'needs-holder', reason: 'keychain-unavailable' });
    },
  );

  it('waits no longer than it has to for a bus that says nothing', holds('storage.keychain'), async () => {
    const { folder, start } = await begin('none');
    const silent = createServer().listen(join(folder, 'silent'));
    endings.push(() => silent.close());
    const vault = await start({ env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'silent')}` } });
    expect(await vault.ask('open')).toMatchObject({ kind: 'needs-holder', reason: 'keychain-timeout' });
    expect(await vault.time('open')).toBeLessThan(5_000);
  });

  it('is no crash where the bus talks nonsense', async () => {
    const { folder, start } = await begin('none');
    const odd = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write('OK 0123\r\n'));
      socket.on('data', () => socket.write(Buffer.alloc(64, 0xff)));
    }).listen(join(folder, 'odd'));
    endings.push(() => odd.close());
    const vault = await start({ env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'odd')}` } });
    expect(await vault.ask('open')).toMatchObject({ kind: 'needs-holder' });
  });

  it(
    'says that the keyring holds another master key, and replaces neither',
    holds('storage.other-key'),
    async () => {
      const { start } = await begin('unlocked');
      await sealOne(start);
      const vault = await start();
      expect(await vault.ask('writeKeychain', OTHER)).toEqual({ kind: 'written' });
      expect(await vault.ask('open')).toMatchObject(unreadable('master-key-wrong'));
      expect(await vault.ask('prepare')).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
      expect(await vault.ask('useMemory')).toMatchObject({ ok: false });
      expect(await vault.ask('readKeychain')).toEqual({ kind: 'found', value: OTHER });
      expect(await vault.ask('rows')).toEqual([[{ holder: 'keychain' }], [{ api_key_id: 'key' }]]);
    },
  );

  it('says that the master key is gone, and makes no new one', holds('storage.other-key'), async () => {
    const { start } = await begin('unlocked');
    await sealOne(start);
    const vault = await start();
    expect(await vault.ask('removeFromKeychain')).toEqual({ kind: 'written' });
    expect(await vault.ask('open')).toMatchObject(unreadable('master-key-absent'));
    expect(await vault.ask('prepare')).toMatchObject({ ok: false, error: { code: 'vault-unreadable' } });
    expect(await vault.ask('readKeychain')).toEqual({ kind: 'absent' });
    expect(await vault.ask('removeFromKeychain')).toEqual({ kind: 'written' });
  });

  it('adopts the master key of a process that was killed right after it had written it', async () => {
    const { start } = await begin('unlocked');
    const killed = await start({ kill: 'after-keychain-write' });
    await expect(killed.ask('prepare')).rejects.toThrow('SIGKILL');

    const vault = await start();
    expect(await vault.ask('rows')).toEqual([[], []]);
    const kept = await vault.ask('readKeychain');
    expect(kept).toMatchObject({ kind: 'found' });
    expect(await vault.ask('open')).toEqual(unlocked);
    expect(await vault.ask('keep', 'my secret')).toEqual({ ok: true, value: null });
    expect(await vault.ask('readKeychain')).toEqual(kept);
    await vault.stop();
    const after = await start();
    expect(await after.ask('open')).toEqual(unlocked);
    expect(await after.ask('unseal')).toEqual(opened);
  });

  it('keeps secrets in memory where the person chose that, and says after a restart that they are gone', async () => {
    const { start } = await begin('none');
    const first = await start();
    await first.ask('open');
    expect(await first.ask('useMemory')).toEqual({ ok: true, value: { kind: 'unlocked', holder: 'memory' } });
    await first.ask('keep', 'my secret');
    expect(await first.ask('unseal')).toEqual(opened);
    await first.stop();
    const second = await start();
    expect(await second.ask('open')).toMatchObject(unreadable('holder-was-memory'));
    expect(await second.ask('rows')).toEqual([[{ holder: 'memory' }], [{ api_key_id: 'key' }]]);
  });
});
