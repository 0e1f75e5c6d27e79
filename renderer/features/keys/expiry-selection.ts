import { expiryInstant, LIFETIME_DAYS, type ExpiryChoice } from '../../../shared/domain/expiry.ts';
import type { KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

/** What the Expires field holds: an option of its list, and a date that counts only for `date`. */
export interface ExpirySelection {
  readonly option: ExpiryOptionId;
  /** A local date, `YYYY-MM-DD`, or empty. */
  readonly date: string;
}

export type ExpiryOptionId = 'never' | 'date' | `${number}`;

export function selectionOfDays(days: number | null): ExpirySelection {
  return { option: days === null ? 'never' : `${days}`, date: '' };
}

/** The options in their order; `extraDays` is a lifetime from the settings that the list does not have. */
export function expiryOptions(
  extraDays: number | null,
  texts: KeyDialogsTexts,
): readonly { readonly id: ExpiryOptionId; readonly label: string }[] {
  const days = new Set<number>(LIFETIME_DAYS);
  if (extraDays !== null) days.add(extraDays);
  return [
    { id: 'never', label: texts.expiry.never },
    ...[...days]
      .sort((a, b) => a - b)
      .map((count) => ({ id: `${count}` as const, label: texts.expiry.days(count) })),
    { id: 'date', label: texts.expiry.onDate },
  ];
}

/** The last millisecond of a local day, so that the key works through the day that was chosen; `null` for no real date. */
export function endOfLocalDay(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  const end = new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59, 999);
  return Number.isNaN(end.getTime()) ? null : end.getTime();
}

/** An instant as a local date, `YYYY-MM-DD`. `at` in epoch milliseconds. */
export function localDate(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export type ExpiryReading =
  | { readonly kind: 'chosen'; readonly choice: ExpiryChoice; readonly at: number | null }
  | { readonly kind: 'incomplete'; readonly message: string };

/** What the field says. `now` in epoch milliseconds. A date that is over is not a choice. */
export function readExpiry(
  { option, date }: ExpirySelection,
  now: number,
  texts: KeyDialogsTexts,
): ExpiryReading {
  if (option === 'date') {
    const at = endOfLocalDay(date);
    if (at === null) return { kind: 'incomplete', message: texts.expiry.chooseDay };
    if (at <= now) return { kind: 'incomplete', message: texts.expiry.isOver };
    return { kind: 'chosen', choice: { kind: 'at', at }, at };
  }
  const choice: ExpiryChoice =
    option === 'never' ? { kind: 'never' } : { kind: 'after-days', days: Number(option) };
  return { kind: 'chosen', choice, at: expiryInstant(choice, now) };
}
