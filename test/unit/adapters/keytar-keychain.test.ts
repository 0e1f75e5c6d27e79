import { describe, expect, it } from 'vitest';
import { sessionBusPath } from '../../../electron/adapters/dbus-session.ts';
import { failureOf } from '../../../electron/adapters/keytar-keychain.ts';

describe('where the session bus listens', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus,guid=12' }, '/run/user/0/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a;unix:path=/tmp/with%20space' }, '/tmp/with space'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x' }, '\0/tmp/dbus-x'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes', XDG_RUNTIME_DIR: '/run/me' }, '/run/me/bus'],
    [{ XDG_RUNTIME_DIR: '/run/me' }, '/run/me/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/me' }, '/run/me/bus'],
    [{}, null],
    [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, undefined],
  ])('is read from %j', (env, path) => {
    expect(sessionBusPath(env)).toBe(path);
  });
});

describe("what the keychain library's refusal means", () => {
  const storage = new Error("Couldn't access platform storage: whatever follows");
  const platform = new Error('Platform failure: whatever follows');

  it('is what the Secret Service says of itself, on Linux', () => {
    for (const status of ['locked', 'no-service', 'timeout', 'unknown'] as const) {
      expect(failureOf(platform, { platform: 'linux', status })).toBe(status);
    }
    expect(failureOf(storage, { platform: 'linux', status: 'unlocked' })).toBe('unknown');
  });

  it('is told by the kind of its error elsewhere', () => {
    expect(failureOf(storage, { platform: 'darwin', status: 'unknown' })).toBe('locked');
    expect(failureOf(platform, { platform: 'darwin', status: 'unknown' })).toBe('denied');
    expect(failureOf(platform, { platform: 'win32', status: 'unknown' })).toBe('no-service');
    expect(failureOf(new Error('else'), { platform: 'darwin', status: 'unknown' })).toBe('unknown');
    expect(failureOf('no error at all', { platform: 'win32', status: 'unknown' })).toBe('unknown');
  });
});
