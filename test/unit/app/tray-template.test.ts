import { describe, expect, test } from 'vitest';
import {
  nextExpiry,
  trayNotice,
  trayTemplate,
  type TrayItem,
  type TrayState,
} from '../../../electron/app/tray-template.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { anApiKey } from '../../support/builders.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';
import { holds } from '../../support/holds.ts';

const now = Date.UTC(2026, 0, 15);

function key(fields: Partial<ApiKey> = {}): ApiKey {
  return anApiKey({ mask: 'kfak_••••••••1234', createdAt: now - 1000, isDefault: false, ...fields });
}

function state(keys: readonly ApiKey[], fields: Partial<TrayState> = {}): TrayState {
  return {
    keys,
    serviceNames: new Map([['local', 'Local API']]),
    profiles: [],
    vault: { kind: 'unlocked', holder: 'keychain' },
    now,
    texts: englishSpeaker().texts(),
    ...fields,
  };
}

function keyLabels(items: readonly TrayItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'key' ? [item.label] : []));
}

const labelOf = (fields: Partial<ApiKey>, stateFields: Partial<TrayState> = {}): string =>
  keyLabels(trayTemplate(state([key(fields)], stateFields))).join();

describe('the tray menu', () => {
  test('with no key says so and offers to generate one', holds('clipboard.counts'), () => {
    expect(trayTemplate(state([], { vault: { kind: 'empty' } }))).toEqual([
      { kind: 'text', label: 'No API keys yet' },
      { kind: 'separator' },
      { kind: 'action', action: 'generate-key', label: 'Generate API Key…' },
      { kind: 'action', action: 'new-request', label: 'New request…' },
      { kind: 'separator' },
      { kind: 'action', action: 'open', label: 'Open Keyfob' },
      { kind: 'action', action: 'quit', label: 'Quit Keyfob' },
    ]);
  });

  test(
    'with one key shows its name and last four, and nothing more of it',
    holds('clipboard.labels', 'clipboard.counts'),
    () => {
      expect(trayTemplate(state([key()]))[0]).toEqual({
        kind: 'key',
        apiKeyId: 'key-1',
        label: 'CI key  ••••1234',
      });
    },
  );

  test('with 500 keys shows ten and leads to the others', holds('clipboard.counts'), () => {
    const keys = Array.from({ length: 500 }, (_, index) =>
      key({ id: `key-${String(index)}`, name: `Key ${String(index)}`, createdAt: index }),
    );
    const items = trayTemplate(state(keys));
    expect(keyLabels(items)).toHaveLength(10);
    expect(keyLabels(items)[0]).toContain('Key 499');
    expect(items).toContainEqual({ kind: 'action', action: 'more-keys', label: 'More keys…' });
  });

  test('shows default keys first, then the ones used or made last', () => {
    const keys = [
      key({ id: 'a', name: 'old', createdAt: 1 }),
      key({ id: 'b', name: 'used', createdAt: 2, lastUsed: { at: 90, origin: 'https://a.example' } }),
      key({ id: 'c', name: 'default', createdAt: 0, isDefault: true }),
      key({ id: 'd', name: 'new', createdAt: 80 }),
    ];
    expect(keyLabels(trayTemplate(state(keys))).map((label) => label.split(' ')[0])).toEqual([
      'default',
      'used',
      'new',
      'old',
    ]);
  });

  test('tells two keys of one name apart by their services', () => {
    const keys = [
      key({ id: 'a' }),
      key({ id: 'b', serviceId: 'echo', createdAt: 0 }),
      key({ id: 'c', name: 'Other', createdAt: 0 }),
    ];
    const serviceNames = new Map([
      ['local', 'Local API'],
      ['echo', 'Echo & Co'],
    ]);
    expect(keyLabels(trayTemplate(state(keys, { serviceNames })))).toEqual([
      'CI key – Local API  ••••1234',
      'CI key – Echo && Co  ••••1234',
      'Other  ••••1234',
    ]);
  });

  test('says which keys cannot be copied', () => {
    expect(labelOf({ isDisabled: true })).toBe('CI key  ••••1234 (disabled)');
    expect(labelOf({ expiresAt: now })).toBe('CI key  ••••1234 (expired)');
    expect(labelOf({ expiresAt: now + 1 })).toBe('CI key  ••••1234');
    expect(labelOf({ hasExpired: true, expiresAt: now + 1 })).toBe('CI key  ••••1234 (expired)');
    const locked = { kind: 'unreadable', reason: 'keychain-locked', message: '', remedy: '' } as const;
    expect(labelOf({}, { vault: locked })).toBe('CI key  ••••1234 (unreadable)');
    expect(labelOf({}, { vault: { kind: 'opening' } })).toBe('CI key  ••••1234');
  });

  test('shows nothing of a secret that is too short for a mask', () => {
    expect(labelOf({ mask: '••••••••' })).toBe('CI key  ••••');
  });

  test('knows when it next changes by itself', () => {
    expect(nextExpiry(state([]))).toBeNull();
    expect(
      nextExpiry(state([key({ expiresAt: now }), key({ expiresAt: now + 7 }), key({ expiresAt: now + 3 })])),
    ).toBe(now + 3);
  });
});

describe('a key’s name in the tray menu', holds('clipboard.names'), () => {
  test.each([
    ['R&D', 'R&&D  ••••1234'],
    ['a&&b', 'a&&&&b  ••••1234'],
    ['one\ntwo\r\n\tthree\0four', 'one two three four  ••••1234'],
    ['user\u202eexe.txt', 'user exe.txt  ••••1234'],
    ['a\u2066b\u2069c\u200fd', 'a b c d  ••••1234'],
    ['\u202e', 'Unnamed  ••••1234'],
    ['  ', 'Unnamed  ••••1234'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>  ••••1234'],
    ['鍵の名前', '鍵の名前  ••••1234'],
    ['مفتاح', '\u2068مفتاح\u2069  ••••1234'],
    ['a'.repeat(40), `${'a'.repeat(40)}  ••••1234`],
    ['a'.repeat(300), `${'a'.repeat(39)}…  ••••1234`],
    ['👨‍👩‍👧‍👦'.repeat(50), `${'👨‍👩‍👧‍👦'.repeat(39)}…  ••••1234`],
    [`${'a'.repeat(38)}&bcd`, `${'a'.repeat(38)}&&…  ••••1234`],
  ])('%j', (name, label) => {
    expect(labelOf({ name })).toBe(label);
  });
});

describe('the notice of the tray', () => {
  const ending = { expiresAt: now + 3 * DAY_MS, expiresBy: { kind: 'own' } } as const;

  test('counts the keys that end soon', () => {
    expect(trayNotice(state([key()]))).toBeNull();
    expect(trayNotice(state([key(ending)]))).toBe('1 API key ends soon');
    expect(trayNotice(state([key(ending), key({ ...ending, id: 'key-2' })]))).toBe('2 API keys end soon');
  });

  test('leaves out keys that are disabled, expired, or being rotated', () => {
    const others = [
      key({ ...ending, isDisabled: true }),
      key({ ...ending, hasExpired: true }),
      key({ ...ending, graceEndsAt: now + 1 }),
    ];
    expect(trayNotice(state(others))).toBeNull();
  });

  test('says first that the secrets cannot be opened', () => {
    const vault = { kind: 'unreadable', reason: 'keychain-locked', message: '', remedy: '' } as const;
    expect(trayNotice(state([key(ending)], { vault }))).toBe('the secrets cannot be opened');
  });
});

describe('the profiles in the menu', () => {
  const work = { id: 'work', name: 'Work & more', defaults: [], isActive: true };
  const home = { id: 'home', name: 'Personal', defaults: [], isActive: false };

  test('stand in a menu of their own, the active one marked', () => {
    const items = trayTemplate(state([key()], { profiles: [work, home] }));
    expect(items.filter((item) => item.kind === 'profiles')).toEqual([
      {
        kind: 'profiles',
        label: 'Profile',
        profiles: [
          { id: 'work', label: 'Work && more', isActive: true },
          { id: 'home', label: 'Personal', isActive: false },
        ],
      },
    ]);
  });

  test('are not mentioned when there is none', () => {
    expect(trayTemplate(state([key()])).some((item) => item.kind === 'profiles')).toBe(false);
  });
});

test('names no key while Keyfob is locked', holds('clipboard.labels'), () => {
  const locked = state([key({ name: 'CI key' })], {
    vault: { kind: 'locked', holder: 'passphrase', reason: 'idle' },
  });
  expect(trayTemplate(locked)).toEqual([
    { kind: 'text', label: 'Keyfob is locked' },
    { kind: 'separator' },
    { kind: 'action', action: 'open', label: 'Unlock Keyfob…' },
    { kind: 'action', action: 'quit', label: 'Quit Keyfob' },
  ]);
  expect(trayNotice(locked)).toBe('locked');
});

test.each([
  ['keychain', true],
  ['passphrase', true],
  ['memory', false],
] as const)('offers to lock with the master key in the %s: %s', (holder, isOffered) => {
  const items = trayTemplate(state([], { vault: { kind: 'unlocked', holder } }));
  expect(items.some((item) => item.kind === 'action' && item.action === 'lock')).toBe(isOffered);
});
