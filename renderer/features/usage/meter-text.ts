import type { ServiceKind } from '../../../shared/domain/service.ts';
import { isPast, usedPercent, warnLevelOf, type UsageMeter } from '../../../shared/domain/usage.ts';

const amount = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** Postman's names for what an account may use, in plain words. What is not here is shown as the service calls it. */
const OPERATIONS: Readonly<Record<string, string>> = {
  api_object_usage: 'APIs',
  collection_run_limit: 'Collection runs',
  file_storage_limit: 'File storage (GB)',
  flow_requests: 'Flow requests',
  mock_usage: 'Mock server calls',
  monitor_request_runs: 'Monitor requests',
};

/** What a meter measures. */
export function meterLabel({ kind, name, windowSeconds }: UsageMeter, serviceKind: ServiceKind): string {
  switch (kind) {
    case 'month':
      return 'Calls this month';
    case 'operation':
      return OPERATIONS[name] ?? plainWords(name);
    case 'window':
      return windowLabel(windowSeconds ?? (serviceKind === 'custom' ? null : 60));
  }
}

function windowLabel(seconds: number | null): string {
  switch (seconds) {
    case null:
      return 'Calls until the limit starts anew';
    case 60:
      return 'Calls this minute';
    case 3_600:
      return 'Calls this hour';
    case 86_400:
      return 'Calls this day';
    default:
      return `Some lists, each ${amount.format(seconds)} seconds`;
  }
}

function plainWords(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words === ''
    ? 'Something without a name'
    : `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;
}

/** Windows that are over say nothing, except the minute's: it is there again whole. */
export function isShown(meter: UsageMeter, now: number): boolean {
  const isMinute = meter.windowSeconds === null || meter.windowSeconds === 60;
  return meter.kind !== 'window' || isMinute || !isPast(meter, now);
}

export interface MeterReading {
  /** Of 100; `null` when it cannot be drawn. */
  readonly percent: number | null;
  readonly text: string;
  readonly tone: 'calm' | 'near' | 'full';
}

/** What a meter says now. Epoch milliseconds. */
export function meterReading(meter: UsageMeter, now: number): MeterReading {
  const { limit, used, remaining, isUnlimited } = meter;
  if (isPast(meter, now)) return pastReading(meter);
  if (isUnlimited) {
    return {
      percent: null,
      text: used === null ? 'No limit' : `${amount.format(used)} used, no limit`,
      tone: 'calm',
    };
  }
  const percent = usedPercent(meter);
  if (limit === null || used === null || percent === null) {
    return { percent: null, text: partText(limit, remaining, used), tone: 'calm' };
  }
  const over =
    used > limit ? `, ${amount.format(used - limit)} over it` : `, ${amount.format(limit - used)} left`;
  return {
    percent,
    text: `${amount.format(used)} of ${amount.format(limit)} used${over}`,
    tone: percent >= 100 ? 'full' : warnLevelOf(meter) === null ? 'calm' : 'near',
  };
}

function pastReading({ kind, limit, isUnlimited }: UsageMeter): MeterReading {
  const whole = limit === null || isUnlimited ? '' : ` ${amount.format(limit)} a month.`;
  if (kind === 'month')
    return { percent: null, text: `A new month has begun; not told yet.${whole}`, tone: 'calm' };
  if (limit === null) return { percent: null, text: 'None since the limit started anew', tone: 'calm' };
  return { percent: 0, text: `None at the moment: all ${amount.format(limit)} are left`, tone: 'calm' };
}

function partText(limit: number | null, remaining: number | null, used: number | null): string {
  if (remaining !== null) return `${amount.format(remaining)} left`;
  if (used !== null) return `${amount.format(used)} used; the limit was not told`;
  return limit === null ? 'Not told' : `At most ${amount.format(limit)}; what is left was not told`;
}

/** When a limit starts anew: "in 23 s". Epoch milliseconds; `null` when it is not known or over. */
export function resetText(meter: UsageMeter, now: number): string | null {
  if (meter.kind !== 'window' || meter.resetsAt === null || isPast(meter, now)) return null;
  const seconds = Math.ceil((meter.resetsAt - now) / 1_000);
  return seconds < 120
    ? `starts anew in ${String(seconds)} s`
    : `starts anew in ${String(Math.ceil(seconds / 60))} min`;
}
