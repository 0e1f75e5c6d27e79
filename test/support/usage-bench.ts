import type { EventName } from '../../shared/contract/contract.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { Ledger } from '../../electron/keys/ledger/ledger.ts';
import { createUsage, type UsageOptions } from '../../electron/usage/usage.ts';
import { aService } from './fake-signing-keys.ts';
import { fakeSigningKeys, type FakeSigningKeys } from './fake-signing-keys.ts';
import { manualClock, recordingLogger, recordingNotifier } from './in-memory-ports.ts';
import { memoryLedger } from './memory-ledger.ts';

/** Three services as the directory knows them, with the keys `key-1` (Postman), `key-2` (Postman) and `key-3` (custom). */
export const usageServices: readonly Service[] = [
  aService({ id: 'local', kind: 'local', name: 'Local API', keyCount: 0 }),
  aService({ id: 'postman', kind: 'postman', name: 'Postman API', keyCount: 2 }),
  aService({ id: 'weather', kind: 'custom', name: 'Weather', keyCount: 1 }),
];

export function insertKeys(ledger: Ledger): void {
  for (const [service, kind] of [
    ['local', 'local'],
    ['postman', 'postman'],
    ['weather', 'custom'],
  ] as const) {
    ledger.run(
      `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at) VALUES (?, ?, '', '', '', '[]', 0)`,
      [service, kind],
    );
  }
  for (const [id, service, name] of [
    ['key-1', 'postman', 'CI'],
    ['key-2', 'postman', 'Laptop'],
    ['key-3', 'weather', 'Forecasts'],
  ] as const) {
    ledger.run(
      `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES (?, ?, 'me', ?, ?, '••••', 0)`,
      [id, service, name, name.toLowerCase()],
    );
  }
}

/** The usage over a ledger in memory, with everything that it tells. */
export function usageBench({
  ledger = memoryLedger(),
  start = Date.UTC(2026, 10, 23, 12),
  postmanClient = () => Promise.reject(new Error('No Postman API here')),
}: { ledger?: Ledger; start?: number } & Partial<Pick<UsageOptions, 'postmanClient'>> = {}) {
  insertKeys(ledger);
  const clock = manualClock(start);
  const notifier = recordingNotifier();
  const logger = recordingLogger();
  const published: EventName[] = [];
  const signingKeys: FakeSigningKeys = fakeSigningKeys();
  const usage = createUsage({
    ledger,
    clock,
    notifier,
    logger,
    signingKeys,
    postmanClient,
    services: {
      list: () => usageServices,
      find: (id) => usageServices.find((service) => service.id === id) ?? null,
    },
    publish: (event) => void published.push(event),
  });
  const note = (exchange: Parameters<typeof usage.note>[0]): void => {
    usage.note(exchange)();
  };
  return { ledger, clock, notifier, logger, published, signingKeys, usage, note };
}
