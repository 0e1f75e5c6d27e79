import type { AppErrorCode } from '../../../shared/domain/app-error.ts';

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
