import { maskOf, type ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type AppErrorCode } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { SigningKeys } from '../../electron/keys/signing-keys.ts';

export type Use =
  | ({ readonly kind: 'sent' } & Parameters<SigningKeys['recordSent']>[0])
  | ({ readonly kind: 'withheld' } & Parameters<SigningKeys['recordWithheld']>[0]);

export interface FakeSigningKeys extends SigningKeys {
  /** Change these to change what the sender finds. */
  directory: Service[];
  keys: ApiKey[];
  readonly secrets: Map<string, string>;
  /** Set to make opening fail. */
  openingFails: AppErrorCode | null;
  now: number;
  readonly uses: Use[];
  readonly opened: string[];
}

/** The sender's keys, in memory. */
export function fakeSigningKeys(): FakeSigningKeys {
  const fake: FakeSigningKeys = {
    directory: [],
    keys: [],
    secrets: new Map(),
    openingFails: null,
    now: Date.UTC(2026, 0, 15, 12),
    uses: [],
    opened: [],
    services: () => fake.directory,
    findKey: (id) => fake.keys.find((apiKey) => apiKey.id === id) ?? null,
    defaultKeyOf: (serviceId) =>
      fake.keys.find((apiKey) => apiKey.serviceId === serviceId && apiKey.isDefault) ?? null,
    isExpired: (apiKey) => apiKey.hasExpired || isExpired(apiKey.expiresAt, fake.now),
    openSecret(id) {
      fake.opened.push(id);
      if (fake.openingFails !== null) return failed(fake.openingFails);
      const secret = fake.secrets.get(id);
      return secret === undefined ? failed('key-without-secret') : ok(secret);
    },
    recordSent: (use) => void fake.uses.push({ kind: 'sent', ...use }),
    recordWithheld: (use) => void fake.uses.push({ kind: 'withheld', ...use }),
  };
  return fake;
}

export function aService(service: Partial<Service> & Pick<Service, 'id'>): Service {
  return {
    kind: 'custom',
    name: `Service ${service.id}`,
    baseUrl: service.origins?.[0] ?? 'https://api.example.com',
    headerName: 'X-API-Key',
    origins: ['https://api.example.com'],
    checkUrl: null,
    keyPrefix: null,
    isBuiltIn: false,
    keyCount: 1,
    ...service,
  };
}

/** Adds a default key of the service; returns it. */
export function addKey(
  fake: FakeSigningKeys,
  secret: string,
  apiKey: Partial<ApiKey> & Pick<ApiKey, 'id' | 'serviceId'>,
): ApiKey {
  const added: ApiKey = {
    name: `Key ${apiKey.id}`,
    mask: maskOf(secret),
    createdAt: 0,
    regeneratedAt: null,
    lastUsed: null,
    expiresAt: null,
    expiresBy: null,
    ownExpiresAt: null,
    hasExpired: false,
    graceEndsAt: null,
    previousMask: null,
    hasOldSecret: false,
    isDefault: true,
    isDisabled: false,
    isReadOnly: false,
    isIssuedHere: false,
    extraOrigins: [],
    verification: null,
    ...apiKey,
  };
  fake.keys.push(added);
  fake.secrets.set(added.id, secret);
  return added;
}
