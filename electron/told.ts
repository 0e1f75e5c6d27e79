import type { AppErrorDetails } from '../shared/domain/app-error.ts';
import { toldTexts, type ToldTexts } from '../shared/texts/en/told.ts';
import type { Told, ToldValues } from '../shared/domain/told.ts';
import type { ToldWords } from '../shared/texts/told-text.ts';

/** Those that hold nothing. */
export type PlainTold = {
  [Name in keyof ToldTexts]: Parameters<ToldTexts[Name]> extends [] ? Name : never;
}[keyof ToldTexts];

type Values<Name extends keyof ToldTexts> = Parameters<ToldTexts[Name]>;

/**
 * The details of an error that is worded for its occasion: in English for the log and the Local API, and by its name and its values,
 * which the window words in its own language. What stands in the values stands in the text as well, so never a secret.
 */
export function told<Name extends keyof ToldTexts>(
  name: Name,
  ...values: Values<Name>
): AppErrorDetails & { readonly told: Told } {
  // The tuple of parameters belongs to the text of this name, which TypeScript cannot follow through a union.
  const text = toldTexts[name] as (...values: Values<Name>) => ToldWords;
  const [message, remedy] = text(...values);
  const [given = {}]: readonly ToldValues[] = values;
  return {
    ...(message === null ? {} : { message }),
    ...(remedy === undefined ? {} : { remedy }),
    told: { name, values: given },
  };
}

/** What is told beside errors: a decision, a state. */
export interface Worded {
  readonly message: string;
  readonly remedy: string;
  readonly told: Told;
}

/** As `told`, for what has no code that would word the rest. */
export function worded<Name extends keyof ToldTexts>(name: Name, ...values: Values<Name>): Worded {
  const { message = '', remedy = '', told: named } = told(name, ...values);
  return { message, remedy, told: named };
}
