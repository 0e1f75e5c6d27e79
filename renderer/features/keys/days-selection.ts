import { LIFETIME_DAYS } from '../../../shared/domain/expiry.ts';
import type { SelectOption } from '../../ui/select.tsx';
import type { KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

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

export function daysOptions(
  none: string,
  texts: KeyDialogsTexts,
): readonly SelectOption<DaysSelection['option']>[] {
  return [
    { id: 'none', label: none },
    ...LIFETIME_DAYS.map((days) => ({ id: `${days}` as const, label: texts.common.days(days) })),
    { id: 'other', label: texts.days.other },
  ];
}

export type DaysReading =
  | { readonly kind: 'chosen'; readonly days: number | null }
  | { readonly kind: 'incomplete'; readonly message: string };

export function readDays({ option, text }: DaysSelection, texts: KeyDialogsTexts): DaysReading {
  if (option === 'none') return { kind: 'chosen', days: null };
  const days = option === 'other' ? wholeNumber(text) : Number(option);
  if (days === null || days < 1 || days > 3650) return { kind: 'incomplete', message: texts.days.problem };
  return { kind: 'chosen', days };
}

/** `null` for anything but digits. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
