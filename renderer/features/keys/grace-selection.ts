import { MAX_GRACE_DAYS, type GraceChoice } from '../../../shared/domain/expiry.ts';
import { wholeNumber } from './days-selection.ts';
import type { KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

/** What the field for the grace holds; the number and its unit count only for `other`. */
export interface GraceSelection {
  readonly option: Extract<GraceChoice, string> | 'other';
  readonly number: string;
  readonly unit: 'hours' | 'days';
}

export const NO_GRACE: GraceSelection = { option: 'now', number: '3', unit: 'days' };

export type GraceReading =
  | { readonly kind: 'chosen'; readonly choice: GraceChoice }
  | { readonly kind: 'incomplete'; readonly message: string };

export function readGrace({ option, number, unit }: GraceSelection, texts: KeyDialogsTexts): GraceReading {
  if (option !== 'other') return { kind: 'chosen', choice: option };
  const count = wholeNumber(number);
  const most = unit === 'hours' ? MAX_GRACE_DAYS * 24 : MAX_GRACE_DAYS;
  if (count === null || count < 1 || count > most)
    return { kind: 'incomplete', message: texts.grace.problem(unit, most) };
  return {
    kind: 'chosen',
    choice: unit === 'hours' ? { kind: 'hours', hours: count } : { kind: 'days', days: count },
  };
}
