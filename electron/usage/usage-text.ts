import type { Service } from '../../shared/domain/service.ts';
import type { UsageMeter, WarnLevel } from '../../shared/domain/usage.ts';

export interface UsageText {
  readonly title: string;
  readonly body: string;
}

// Made when they are needed, which is seldom: each takes some milliseconds of the app's start.
const shownDay = (at: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
const shownAmount = (amount: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(amount);

/** What the person is told when a limit comes near. */
export function warningText(service: Service, meter: UsageMeter, level: WarnLevel): UsageText {
  const share = `${shownAmount(meter.used ?? 0)} of ${shownAmount(meter.limit ?? 0)}`;
  if (meter.kind === 'month') {
    return {
      title: `${service.name}: ${String(level)} % of the month’s calls are used`,
      body: `${share}. See Usage for what is left.`,
    };
  }
  const isMinute = meter.windowSeconds === null || meter.windowSeconds === 60;
  return {
    title: `${service.name}: ${String(level)} % of the ${isMinute ? 'minute’s limit' : 'present limit'} is used`,
    body: `${share}. Further calls may be refused until it starts anew.`,
  };
}

/** `endsAt` in epoch milliseconds; `null` when it is not known. */
export function exhaustedText({ name }: Pick<Service, 'name'>, endsAt: number | null): UsageText {
  return {
    title: `${name}: the month’s calls are used up`,
    body: `Keyfob sends no more of them by itself. ${endText(endsAt)}`,
  };
}

export function endText(endsAt: number | null): string {
  if (endsAt === null) return 'When that ends is not known.';
  return `It may end on ${shownDay(endsAt)}, when the next month starts (UTC).`;
}
