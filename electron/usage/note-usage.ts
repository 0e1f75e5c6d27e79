import type { Exchange } from '../../shared/domain/exchange.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID, type Service } from '../../shared/domain/service.ts';
import { isExhaustedAt, nextMonthUtc, type UsageMeter } from '../../shared/domain/usage.ts';
import { findKeyDetails } from '../keys/key-detail-rows.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import { countCalls, forgetCountsBefore } from './count-rows.ts';
import {
  deleteExhaustion,
  findExhaustion,
  replaceAccount,
  setExhaustion,
  setLimit,
  type LimitOwner,
} from './limit-rows.ts';
import { localDay } from './local-day.ts';
import { readExchange, type UsageReading } from './read-exchange.ts';
import { forgetWarningsBefore, takeWarning } from './warnings.ts';
import { exhaustedText, warningText, type UsageNotice } from './usage-text.ts';

/** For how long calls stay counted. */
export const USAGE_KEPT_DAYS = 400;
const MOST_OPERATIONS = 60;
const MOST_CHARACTERS = 80;

export interface NoteUsageOptions {
  readonly ledger: Ledger;
  readonly services: Pick<ServiceDirectory, 'find'>;
}

/** What came of an exchange that the person is to be told of. */
export interface NotedUsage {
  readonly isNoted: boolean;
  readonly texts: readonly UsageNotice[];
}

/**
 * Counts an exchange and keeps what it tells of limits. `of` names the service and the key of a call that Keyfob made by itself;
 * otherwise they are those of the exchange. To be called in a transaction. `now` in epoch milliseconds.
 */
export function noteUsage(
  options: NoteUsageOptions,
  exchange: Exchange,
  { now, of }: { readonly now: number; readonly of?: LimitOwner },
): NotedUsage {
  forgetOld(options, now);
  return noteCall(options, exchange, { day: localDay(now), now, of });
}

/**
 * As `noteUsage`, for the readings of many exchanges, in the order in which they ended: calls of one kind are counted together, and of what
 * each says of limits and months only what is news is written.
 */
export function noteReadings(
  options: NoteUsageOptions,
  readings: readonly UsageReading[],
  now: number,
): NotedUsage {
  if (readings.length === 0) return { isNoted: false, texts: [] };
  forgetOld(options, now);
  const { ledger } = options;
  const find = remembered((id) => (id === '' ? null : options.services.find(id)));
  const ownerBy = remembered((apiKeyId: string) => ownerOf(ledger, apiKeyId === '' ? null : apiKeyId));
  const months = new Map<string, UsageReading['month']>();
  const texts: UsageNotice[] = [];
  for (const reading of readings) {
    const owner = ownerBy(reading.apiKeyId ?? '');
    const service = find(owner.serviceId);
    if (service === null) continue;
    if (reading.month !== months.get(service.id)) texts.push(...noteMonth(ledger, service, reading));
    if (reading.month !== 'not-told') months.set(service.id, reading.month);
    texts.push(...noteLimits(ledger, { service, owner }, reading));
  }
  const day = localDay(now);
  for (const [apiKeyId, ofKey] of Map.groupBy(readings, (reading) => reading.apiKeyId ?? ''))
    for (const [statusClass, alike] of Map.groupBy(ofKey, (reading) => reading.statusClass))
      countCalls(ledger, { day, ...ownerBy(apiKeyId), statusClass }, alike.length);
  return { isNoted: true, texts };
}

function remembered<Value>(find: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    const value = known.get(id);
    if (value !== undefined) return value;
    const found = find(id);
    known.set(id, found);
    return found;
  };
}

function forgetOld({ ledger }: NoteUsageOptions, now: number): void {
  forgetCountsBefore(ledger, localDay(now - USAGE_KEPT_DAYS * DAY_MS));
  forgetWarningsBefore(ledger, now - USAGE_KEPT_DAYS * DAY_MS);
}

function noteCall(
  { ledger, services }: NoteUsageOptions,
  exchange: Exchange,
  { day, now, of }: { readonly day: string; readonly now: number; readonly of: LimitOwner | undefined },
): NotedUsage {
  const reading = readExchange(exchange, now);
  if (reading === null) return { isNoted: false, texts: [] };
  const owner = of ?? ownerOf(ledger, reading.apiKeyId);
  countCalls(ledger, { day, ...owner, statusClass: reading.statusClass }, 1);
  const service = owner.serviceId === '' ? null : services.find(owner.serviceId);
  if (service === null) return { isNoted: true, texts: [] };
  return {
    isNoted: true,
    texts: [...noteMonth(ledger, service, reading), ...noteLimits(ledger, { service, owner }, reading)],
  };
}

function ownerOf(ledger: Ledger, apiKeyId: string | null): LimitOwner {
  if (apiKeyId === null) return { serviceId: '', apiKeyId: '' };
  const row = ledger.get('SELECT service_id FROM api_keys WHERE id = ?', [apiKeyId]);
  return { serviceId: String(row?.['service_id'] ?? ''), apiKeyId };
}

/** A success proves that the month is not used up (any more). */
function noteMonth(ledger: Ledger, service: Service, { month, at }: UsageReading): readonly UsageNotice[] {
  if (month === 'open') deleteExhaustion(ledger, service.id);
  if (month !== 'exhausted') return [];
  const known = findExhaustion(ledger, service.id);
  // Whose months are not known to be calendar months may count others.
  const endsAt = service.kind === 'custom' ? null : nextMonthUtc(at);
  setExhaustion(ledger, service.id, { since: known?.since ?? at, endsAt });
  return known !== null && isExhaustedAt(known, at) ? [] : [exhaustedText(service, endsAt)];
}

function noteLimits(
  ledger: Ledger,
  { service, owner }: { readonly service: Service; readonly owner: LimitOwner },
  reading: UsageReading,
): readonly UsageNotice[] {
  if (reading.account !== null)
    replaceAccount(ledger, owner, { askedAt: reading.at, isTold: reading.account.operations !== null });
  const meters = [...metersOfHeaders(reading), ...metersOfAccount(reading)];
  if (meters.length === 0) return [];
  const account = accountOf(ledger, owner);
  const texts: UsageNotice[] = [];
  for (const meter of meters) {
    setLimit(ledger, owner, meter);
    const level = takeWarning(ledger, { serviceId: owner.serviceId, account }, meter);
    // One that is used up for good is told of by itself.
    if (level !== null && !(meter.kind === 'month' && reading.month === 'exhausted'))
      texts.push(warningText(service, meter, level));
  }
  return texts;
}

function metersOfHeaders({ limits, at }: UsageReading): readonly UsageMeter[] {
  return limits.map((limit) => ({ ...limit, name: '', source: 'headers' as const, asOf: at }));
}

/** `api_usage` is the month's calls. */
function metersOfAccount({ account, at }: UsageReading): readonly UsageMeter[] {
  return (account?.operations ?? []).slice(0, MOST_OPERATIONS).map(({ name, limit, usage }) => ({
    kind: name === 'api_usage' ? ('month' as const) : ('operation' as const),
    name: name === 'api_usage' ? '' : shownName(name),
    windowSeconds: null,
    isUnlimited: limit === null,
    limit,
    used: Math.max(0, usage),
    remaining: limit === null ? null : Math.max(0, limit - usage),
    resetsAt: name === 'api_usage' ? nextMonthUtc(at) : null,
    source: 'account' as const,
    asOf: at,
  }));
}

/** One line of bounded length, whatever the server says. */
function shownName(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  return [...line].slice(0, MOST_CHARACTERS).join('');
}

/** Keys of the same team, or of the same person, share their limits; those of the Local API all do. */
function accountOf(ledger: Ledger, { serviceId, apiKeyId }: LimitOwner): string {
  if (serviceId === LOCAL_SERVICE_ID) return '';
  const account = findKeyDetails(ledger, apiKeyId).get(apiKeyId)?.verification?.account;
  if (account === undefined || account === null) return `key ${apiKeyId}`;
  return account.teamName === '' ? `user ${account.username}` : `team ${account.teamName}`;
}
