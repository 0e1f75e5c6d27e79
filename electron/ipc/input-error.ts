import type { z } from 'zod';
import { appError, type AppError } from '../../shared/domain/app-error.ts';

/**
 * Our own words for what a schema has no message for: they name limits, never the value or a key of it.
 * Passed to `safeParse`, where a schema's own message goes first.
 */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'A field is missing.' : 'A field is of the wrong kind.';
    case 'too_big':
      return `A field is too large; the limit is ${String(issue.maximum)}.`;
    case 'too_small':
      return `A field is too small; the least is ${String(issue.minimum)}.`;
    case 'unrecognized_keys':
      return 'There is a field that this command does not know.';
    default:
      return 'The input is not valid.';
  }
}

/** The first thing that is wrong with an input, with the field's dotted path. */
export function inputError(error: z.ZodError): AppError {
  const [issue] = error.issues;
  if (issue === undefined) return appError('invalid-input');
  const field = issue.path.map(String).join('.').slice(0, 200);
  return appError(
    'invalid-input',
    field === '' ? { message: issue.message } : { message: issue.message, field },
  );
}
