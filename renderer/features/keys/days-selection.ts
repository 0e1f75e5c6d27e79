import { LIFETIME_DAYS } from '../../../shared/domain/expiry.ts';
import { daysText } from '../../../shared/domain/key-policy.ts';
import type { SelectOption } from '../../ui/select.tsx';

/** What a field for a number of days holds: an option of its list, and a text that counts only for `other`. */
export interface DaysSelection {
  readonly option: 'none' | 'other' | `${number}`;
  readonly text: string;
}

const OFFERED: ReadonlySet<number> = new Set(LIFETIME_DAYS);

export function daysSelectionOf(days: number | null): DaysSelection {
  if (days === null) return { option: 'none', text: '' };
  return OFFERED.has(days) ? { option: `${days}`, text: '' } : { option: 'other', text: String(days) };
}

export function daysOptions(none: string): readonly SelectOption<DaysSelection['option']>[] {
  return [
    { id: 'none', label: none },
    ...LIFETIME_DAYS.map((days) => ({ id: `${days}` as const, label: daysText(days) })),
    { id: 'other', label: 'Other…' },
  ];
}

export type DaysReading =
  | { readonly kind: 'chosen'; readonly days: number | null }
  | { readonly kind: 'incomplete'; readonly message: string };

export function readDays({ option, text }: DaysSelection): DaysReading {
  if (option === 'none') return { kind: 'chosen', days: null };
  const days = option === 'other' ? wholeNumber(text) : Number(option);
  if (days === null || days < 1 || days > 3650)
    return { kind: 'incomplete', message: 'A whole number of days, from 1 to 3650' };
  return { kind: 'chosen', days };
}

/** `null` for anything but digits. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
