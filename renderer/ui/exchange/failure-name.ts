import type { AppErrorCode } from '../../../shared/domain/app-error.ts';
import type { Tone } from '../tag.tsx';

const NAMES: Partial<Record<AppErrorCode, string>> = {
  'key-withheld': 'Key withheld',
  cancelled: 'Cancelled',
  'timed-out': 'Timed out',
  'connection-refused': 'Refused',
  'connection-reset': 'Reset',
  'host-not-found': 'No such host',
  'tls-failed': 'Bad certificate',
  'too-many-redirects': 'Redirects',
  'redirect-refused': 'Bad redirect',
};

/** Two words for how a request failed, for a tag. */
export function failureName(code: AppErrorCode | null): string {
  return (code === null ? undefined : NAMES[code]) ?? 'Failed';
}

/** How grave a failure is: what a person or Keyfob chose is none. */
export function failureTone(code: AppErrorCode | null): Tone {
  if (code === 'cancelled') return 'neutral';
  return code === 'key-withheld' ? 'warn' : 'danger';
}
