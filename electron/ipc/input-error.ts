import type { z } from 'zod';
import { appError, type AppError, type AppErrorDetails } from '../../shared/domain/app-error.ts';
import { told } from '../told.ts';

/**
 * Our own words for what a schema has no message for: they name limits, never the value or a key of it.
 * Passed to `safeParse`, where a schema's own message goes first.
 */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  const [first, second = first] = wordsFor(issue);
  const words = issue.code === 'invalid_type' && issue.input !== undefined ? second : first;
  return words?.message ?? 'The input is not valid.';
}

/** What may be said of an issue of this kind. */
function wordsFor(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): readonly AppErrorDetails[] {
  switch (issue.code) {
    case 'invalid_type':
      return [told('fieldMissing'), told('fieldOfOtherKind')];
    case 'too_big':
      return [told('fieldTooLarge', { most: String(issue.maximum) })];
    case 'too_small':
      return [told('fieldTooSmall', { least: String(issue.minimum) })];
    case 'unrecognized_keys':
      return [told('fieldUnknown')];
    default:
      return [];
  }
}

/** The first thing that is wrong with an input, with the field's dotted path. */
export function inputError(error: z.ZodError): AppError {
  const [issue] = error.issues;
  if (issue === undefined) return appError('invalid-input');
  const field = issue.path.map(String).join('.').slice(0, 200);
  const { message } = issue;
  const words = wordsFor(issue).find((each) => each.message === message) ?? { message };
  return appError('invalid-input', field === '' ? words : { ...words, field });
}
