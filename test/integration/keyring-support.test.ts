import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { startKeyring, type Keyring, type KeyringState } from '../support/keyring.ts';

const run = promisify(execFile);

describe('the private keyring of the tests', () => {
  const started: Keyring[] = [];
  const start = async (state: KeyringState): Promise<Keyring> => {
    const keyring = await startKeyring({ state });
    started.push(keyring);
    return keyring;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((keyring) => keyring.stop()));
  });

  const isLocked = async (keyring: Keyring): Promise<boolean> => {
    const collection = '/org/freedesktop/secrets/collection/login';
    const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
    const { stdout } = await run(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        collection,
        'org.freedesktop.DBus.Properties.Get',
        ...property,
      ],
      { env: { ...process.env, ...keyring.env } },
    );
    return stdout.includes('boolean true');
  };

  it('starts unlocked, locks, and unlocks again without a prompt', async () => {
    const keyring = await start('unlocked');
    expect(await isLocked(keyring)).toBe(false);
    await keyring.lock();
    expect(await isLocked(keyring)).toBe(true);
    await keyring.unlock();
    expect(await isLocked(keyring)).toBe(false);
  });

  it('starts locked', async () => {
    const keyring = await start('locked');
    expect(await isLocked(keyring)).toBe(true);
  });

  it('has no Secret Service when told so, until it is unlocked', async () => {
    const keyring = await start('none');
    await expect(isLocked(keyring)).rejects.toThrow('ServiceUnknown');
    await keyring.unlock();
    expect(await isLocked(keyring)).toBe(false);
    await keyring.stopService();
    await expect(isLocked(keyring)).rejects.toThrow('ServiceUnknown');
  });

  it('keeps its keyring apart from every other one, and leaves nothing behind', async () => {
    const one = await start('unlocked');
    const other = await start('locked');
    expect(await isLocked(one)).toBe(false);
    await one.stop();
    expect(existsSync(one.home)).toBe(false);
    expect(await isLocked(other)).toBe(true);
  });
});
