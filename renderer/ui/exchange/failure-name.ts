import type { AppErrorCode } from '../../../shared/domain/app-error.ts';
import type { ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import type { Tone } from '../tag.tsx';

/** Two words for how a request failed, for a tag. */
export function failureName(code: AppErrorCode | null, { failures, failed }: ExchangeTexts): string {
  const named: Partial<Record<AppErrorCode, string>> = failures;
  return (code === null ? undefined : named[code]) ?? failed;
}

/** How grave a failure is: what a person or Keyfob chose is none. */
export function failureTone(code: AppErrorCode | null): Tone {
  if (code === 'cancelled') return 'neutral';
  return code === 'key-withheld' ? 'warn' : 'danger';
}
