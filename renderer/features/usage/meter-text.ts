import type { ServiceKind } from '../../../shared/domain/service.ts';
import { isPast, usedPercent, warnLevelOf, type UsageMeter } from '../../../shared/domain/usage.ts';
import type { UsageTexts } from '../../../shared/texts/en/usage.ts';

/** Postman's names for what an account may use, in plain words. What is not here is shown as the service calls it. */
const operations = (texts: UsageTexts): Readonly<Record<string, string>> => ({
  api_object_usage: 'APIs',
  collection_run_limit: texts.meters.runs,
  file_storage_limit: texts.meters.storage,
  flow_requests: texts.meters.flows,
  mock_usage: texts.meters.mocks,
  monitor_request_runs: texts.meters.monitors,
});

/** What a meter measures. */
export function meterLabel(
  { kind, name, windowSeconds }: UsageMeter,
  serviceKind: ServiceKind,
  texts: UsageTexts,
): string {
  switch (kind) {
    case 'month':
      return texts.meters.month;
    case 'operation':
      return operations(texts)[name] ?? plainWords(name, texts);
    case 'window':
      return windowLabel(windowSeconds ?? (serviceKind === 'custom' ? null : 60), texts);
  }
}

function windowLabel(seconds: number | null, texts: UsageTexts): string {
  switch (seconds) {
    case null:
      return texts.meters.untilAnew;
    case 60:
      return texts.meters.minute;
    case 3_600:
      return texts.meters.hour;
    case 86_400:
      return texts.meters.day;
    default:
      return texts.meters.lists(seconds);
  }
}

function plainWords(name: string, texts: UsageTexts): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words === '' ? texts.meters.unnamed : `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;
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
export function meterReading(meter: UsageMeter, now: number, texts: UsageTexts): MeterReading {
  const { limit, used, isUnlimited } = meter;
  if (isPast(meter, now)) return pastReading(meter, texts);
  if (isUnlimited) {
    return {
      percent: null,
      text: used === null ? texts.meters.noLimit : texts.meters.usedNoLimit(used),
      tone: 'calm',
    };
  }
  const percent = usedPercent(meter);
  if (limit === null || used === null || percent === null) {
    return { percent: null, text: partText(meter, texts), tone: 'calm' };
  }
  const over = used > limit ? texts.meters.over(used - limit) : texts.meters.leftOver(limit - used);
  return {
    percent,
    text: texts.meters.usedOf(used, limit, over),
    tone: percent >= 100 ? 'full' : warnLevelOf(meter) === null ? 'calm' : 'near',
  };
}

function pastReading({ kind, limit, isUnlimited }: UsageMeter, texts: UsageTexts): MeterReading {
  const whole = limit === null || isUnlimited ? '' : texts.meters.aMonth(limit);
  if (kind === 'month') return { percent: null, text: texts.meters.newMonth(whole), tone: 'calm' };
  if (limit === null) return { percent: null, text: texts.meters.noneSince, tone: 'calm' };
  return { percent: 0, text: texts.meters.noneNow(limit), tone: 'calm' };
}

function partText(
  { limit, remaining, used }: Pick<UsageMeter, 'limit' | 'remaining' | 'used'>,
  texts: UsageTexts,
): string {
  if (remaining !== null) return texts.meters.left(remaining);
  if (used !== null) return texts.meters.usedUntold(used);
  return limit === null ? texts.meters.notTold : texts.meters.atMost(limit);
}

/** When a limit starts anew: "in 23 s". Epoch milliseconds; `null` when it is not known or over. */
export function resetText(meter: UsageMeter, now: number, texts: UsageTexts): string | null {
  if (meter.kind !== 'window' || meter.resetsAt === null || isPast(meter, now)) return null;
  const seconds = Math.ceil((meter.resetsAt - now) / 1_000);
  return seconds < 120
    ? texts.meters.anewInSeconds(seconds)
    : texts.meters.anewInMinutes(Math.ceil(seconds / 60));
}
