import { DAY_MS, HOUR_MS } from '../../../shared/domain/expiry.ts';
import { POSTMAN_SERVICE_ID, type Service } from '../../../shared/domain/service.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { anApiKey, aService } from '../builders.ts';
import type { FakeStateOptions } from '../fake-bridge-state.ts';

const LOCAL_ORIGIN = 'http://127.0.0.1:5362';

function services(): readonly Service[] {
  return [
    aService({ id: 'weather', name: 'Weather' }),
    aService({
      id: 'billing',
      name: 'Billing, staging',
      baseUrl: 'https://billing.staging.example.com/api/v2',
      headerName: 'X-Billing-Key',
      origins: ['https://billing.staging.example.com', 'https://files.staging.example.com:8443'],
    }),
  ];
}

function keys(now: number): readonly ApiKey[] {
  const used = (ago: number, origin: string) => ({ at: now - ago, origin });
  return [
    anApiKey({
      id: 'a',
      name: 'CI pipeline',
      createdAt: now - 40 * DAY_MS,
      lastUsed: used(120_000, LOCAL_ORIGIN),
    }),
    anApiKey({
      id: 'b',
      name: 'Laptop',
      mask: 'kfak_••••••••Zt81',
      isDefault: false,
      createdAt: now - 12 * DAY_MS,
      expiresAt: now + 5 * DAY_MS,
      lastUsed: used(3 * HOUR_MS, LOCAL_ORIGIN),
    }),
    anApiKey({
      id: 'c',
      serviceId: POSTMAN_SERVICE_ID,
      name: 'Postman, personal',
      mask: 'PMAK-••••••••4f2a',
      createdAt: now - 200 * DAY_MS,
      lastUsed: used(26 * HOUR_MS, 'https://api.getpostman.com'),
      isReadOnly: true,
      isIssuedHere: false,
    }),
    anApiKey({
      id: 'd',
      serviceId: 'weather',
      name: 'Forecast service',
      mask: '••••••••9c1e',
      createdAt: now - 90 * DAY_MS,
      expiresAt: now + 275 * DAY_MS,
      graceEndsAt: now + 20 * HOUR_MS,
      regeneratedAt: now - 4 * HOUR_MS,
    }),
    anApiKey({
      id: 'e',
      name: 'Old laptop',
      mask: 'kfak_••••••••Qm0p',
      isDefault: false,
      createdAt: now - 400 * DAY_MS,
      expiresAt: now - 35 * DAY_MS,
      hasExpired: true,
      lastUsed: used(36 * DAY_MS, LOCAL_ORIGIN),
    }),
    anApiKey({
      id: 'f',
      serviceId: 'billing',
      name: 'Invoices',
      mask: '••••••••77Kd',
      createdAt: now - 3 * DAY_MS,
      isDisabled: true,
      lastUsed: used(2 * DAY_MS, 'https://files.staging.example.com:8443'),
    }),
  ];
}

function many(now: number): readonly ApiKey[] {
  return Array.from({ length: 10_000 }, (_, index) =>
    anApiKey({
      id: `many-${String(index)}`,
      name: `Worker ${String(index + 1).padStart(5, '0')}`,
      mask: `kfak_••••••••${String(index).padStart(4, '0').slice(-4)}`,
      isDefault: index === 0,
      createdAt: now - index * HOUR_MS,
      expiresAt: index % 7 === 0 ? now + (index % 400) * DAY_MS : null,
      lastUsed: index % 3 === 0 ? { at: now - index * 60_000, origin: LOCAL_ORIGIN } : null,
    }),
  );
}

const longName =
  'The key of the nightly job that copies every collection of the platform team into the archive bucket 2026';

function odd(now: number): readonly ApiKey[] {
  return [
    anApiKey({ id: 'long', name: longName, createdAt: now - DAY_MS, isReadOnly: true }),
    anApiKey({ id: 'rtl', name: 'مفتاح الاختبار الرئيسي', createdAt: now - 2 * DAY_MS, isDefault: false }),
    anApiKey({
      id: 'html',
      name: '<img src=x onerror=alert(1)>',
      createdAt: now - 3 * DAY_MS,
      isDefault: false,
    }),
    anApiKey({ id: 'cjk', name: '本番環境のキー 🔑', createdAt: now - 4 * DAY_MS, isDefault: false }),
    anApiKey({
      id: 'far',
      serviceId: 'billing',
      name: 'Never ending',
      mask: '••••••••',
      createdAt: now - 5000 * DAY_MS,
      expiresAt: now + 3650 * DAY_MS,
      lastUsed: {
        at: now - 900 * DAY_MS,
        origin: 'https://a-very-long-host-name.internal.example.com:44310',
      },
    }),
  ];
}

/** States of the window worth looking at; each gives what the fake main process starts with. */
export const scenarios = {
  full: () => ({ keys: keys(Date.now()), services: services() }),
  empty: () => ({}),
  loading: () => ({ keys: keys(Date.now()), services: services() }),
  many: () => ({ keys: many(Date.now()), services: services() }),
  odd: () => ({ keys: odd(Date.now()), services: services() }),
  memory: () => ({
    keys: keys(Date.now()),
    services: services(),
    vault: { kind: 'unlocked', holder: 'memory' },
  }),
  'needs-holder': () => ({
    vault: {
      kind: 'needs-holder',
      reason: 'keychain-unavailable',
      message:
        'Keyfob found no keychain that works, so there is no safe place for the master key that would seal your secrets.',
      remedy:
        'Start your keychain (on Linux: a Secret Service such as GNOME Keyring, KWallet or KeePassXC), then press Try again. Or keep the master key in memory: what is generated then is gone when Keyfob quits.',
    },
  }),
  unreadable: () => ({
    keys: keys(Date.now()),
    services: services(),
    vault: {
      kind: 'unreadable',
      reason: 'keychain-locked',
      message:
        'Your keychain is locked, so Keyfob cannot read the master key that opens your secrets. Nothing is lost.',
      remedy: 'Unlock your keychain (on Linux: the login keyring), then press Try again.',
    },
  }),
  'ledger-closed': () => ({
    ledger: {
      kind: 'closed',
      reason: 'damaged',
      message: 'The ledger, the file that holds your keys, is damaged. It was not opened and not changed.',
      remedy:
        'Restore the newest backup, or start with an empty ledger. The old file is kept beside the new one.',
      backup: { takenAt: Date.now() - DAY_MS, keyCount: 6 },
    },
  }),
} as const satisfies Record<string, () => FakeStateOptions>;

export type ScenarioName = keyof typeof scenarios;
