import type { AppError } from '../../../shared/domain/app-error.ts';

/** The error's words for the field that it is about, a part of a draft too; `undefined` when it is about something else. */
export function fieldText(error: AppError | null, field: string): string | undefined {
  if (error === null || !isAbout(error, [field])) return undefined;
  return error.remedy === '' ? error.message : `${error.message} ${error.remedy}`;
}

/** Whether one of these fields shows the error. */
export function isAbout(error: AppError, fields: readonly string[]): boolean {
  const field = error.field?.replace(/^draft\./, '');
  return field !== undefined && fields.includes(field);
}
