import type {
  CallCounts,
  CallSeries,
  KeyLimits,
  ServiceUsage,
  UsageQuery,
} from '../../shared/domain/usage.ts';
import { isExhaustedAt } from '../../shared/domain/usage.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import { listRemovedServiceNames } from '../keys/service-rows.ts';
import type { Clock } from '../ports/clock.ts';
import { listCounts } from './count-rows.ts';
import { findExhaustion, listAccounts, listLimits } from './limit-rows.ts';
import { lastDays } from './local-day.ts';

export interface UsageViewOptions {
  readonly ledger: Ledger;
  readonly services: Pick<ServiceDirectory, 'list'>;
  readonly clock: Clock;
}

/** Services that have keys, or of whose limits something is known. */
export function serviceLimits({ ledger, services, clock }: UsageViewOptions): readonly ServiceUsage[] {
  const byService = keyLimitsByService(ledger);
  return services.list().flatMap((service) => {
    const limits = byService.get(service.id) ?? [];
    const known = findExhaustion(ledger, service.id);
    const exhaustion = known !== null && isExhaustedAt(known, clock.now()) ? known : null;
    if (service.keyCount === 0 && limits.length === 0 && exhaustion === null) return [];
    const { id: serviceId, name: serviceName, kind, keyCount } = service;
    return [{ serviceId, serviceName, kind, keyCount, exhaustion, limits: [...limits] }];
  });
}

function keyLimitsByService(ledger: Ledger): ReadonlyMap<string, readonly KeyLimits[]> {
  const names = keyNames(ledger);
  const found = new Map<string, Map<string, KeyLimits>>();
  const change = (serviceId: string, apiKeyId: string, work: (before: KeyLimits) => KeyLimits): void => {
    const ofService = found.get(serviceId) ?? new Map<string, KeyLimits>();
    const before = ofService.get(apiKeyId) ?? {
      apiKeyId: apiKeyId === '' ? null : apiKeyId,
      apiKeyName: names.get(apiKeyId) ?? '',
      asOf: 0,
      meters: [],
      account: 'not-asked' as const,
    };
    found.set(serviceId, ofService.set(apiKeyId, work(before)));
  };
  for (const { serviceId, apiKeyId, meter } of listLimits(ledger)) {
    change(serviceId, apiKeyId, (before) => ({
      ...before,
      asOf: Math.max(before.asOf, meter.asOf),
      meters: [...before.meters, meter],
    }));
  }
  for (const { serviceId, apiKeyId, askedAt, isTold } of listAccounts(ledger)) {
    change(serviceId, apiKeyId, (before) => ({
      ...before,
      asOf: Math.max(before.asOf, askedAt),
      account: isTold ? 'told' : 'not-told',
    }));
  }
  return new Map(
    [...found].map(([serviceId, ofService]) => [
      serviceId,
      [...ofService.values()].toSorted((a, b) => b.asOf - a.asOf),
    ]),
  );
}

/** Calls of the last days by key, the busiest first. */
export function countCalls({ ledger, services, clock }: UsageViewOptions, query: UsageQuery): CallCounts {
  const days = lastDays(clock.now(), query.days);
  const position = new Map(days.map((day, index) => [day, index]));
  const counts = listCounts(ledger, {
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    apiKeyId: query.apiKeyId,
  });
  const names = keyNames(ledger);
  const serviceNames = namesOf(services.list(), ledger);
  const series = new Map<string, CallSeries>();
  for (const { day, apiKeyId, serviceId, calls, errors } of counts) {
    const index = position.get(day);
    if (index === undefined) continue;
    const key = JSON.stringify([apiKeyId, serviceId]);
    const known = series.get(key) ?? {
      apiKeyId: apiKeyId === '' ? null : apiKeyId,
      apiKeyName: names.get(apiKeyId) ?? '',
      serviceName: serviceNames.get(serviceId) ?? '',
      calls: days.map(() => 0),
      errors: days.map(() => 0),
    };
    series.set(key, {
      ...known,
      calls: known.calls.with(index, calls),
      errors: known.errors.with(index, errors),
    });
  }
  return { days: [...days], series: [...series.values()].toSorted((a, b) => sum(b.calls) - sum(a.calls)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Names of all keys that were ever used; a key that was deleted keeps its name here. */
function keyNames(ledger: Ledger): ReadonlyMap<string, string> {
  const rows = ledger.all(
    `SELECT id, name FROM api_keys WHERE id IN
       (SELECT api_key_id FROM usage_counts UNION SELECT api_key_id FROM usage_limits UNION SELECT api_key_id FROM usage_accounts)`,
  );
  return new Map(rows.map((row) => [String(row['id']), String(row['name'])]));
}

function namesOf(services: readonly Service[], ledger: Ledger): ReadonlyMap<string, string> {
  return new Map([
    ...listRemovedServiceNames(ledger),
    ...services.map(({ id, name }) => [id, name] as const),
  ]);
}
