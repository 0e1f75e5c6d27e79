import type { Service } from '../../shared/domain/service.ts';
import type { UsageMeter, WarnLevel } from '../../shared/domain/usage.ts';
import type { NoticesTexts } from '../../shared/texts/en/notices.ts';

export interface UsageText {
  readonly title: string;
  readonly body: string;
}

/** What the person is to be told; in which words is settled when it is told. */
export type UsageNotice = (texts: NoticesTexts['usage']) => UsageText;

/** What the person is told when a limit comes near. */
export function warningText({ name }: Service, meter: UsageMeter, level: WarnLevel): UsageNotice {
  const [used, limit] = [meter.used ?? 0, meter.limit ?? 0];
  if (meter.kind === 'month') {
    return (texts) => ({ title: texts.month(name, level), body: texts.monthShare(used, limit) });
  }
  const isMinute = meter.windowSeconds === null || meter.windowSeconds === 60;
  return (texts) => ({
    title: isMinute ? texts.minute(name, level) : texts.window(name, level),
    body: texts.share(used, limit),
  });
}

/** `endsAt` in epoch milliseconds; `null` when it is not known. */
export function exhaustedText({ name }: Pick<Service, 'name'>, endsAt: number | null): UsageNotice {
  return (texts) => ({ title: texts.usedUp(name), body: texts.noMore(endsAt) });
}
