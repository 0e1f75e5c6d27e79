import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

/** Why this is no name for a key; `null` when it is one. The main process decides in the end, also whether it is taken. */
export function keyNameProblem(name: string, texts: KeyDialogsTexts): string | null {
  const result = apiKeyNameSchema.safeParse(name);
  return result.success ? null : (result.error.issues[0]?.message ?? texts.common.nameProblem);
}

/** The error's words for the field it is about; `undefined` when it is about something else. */
export function fieldError(error: AppError | null, field: string): string | undefined {
  if (error === null) return undefined;
  const isNameTaken = field === 'name' && error.code === 'name-taken';
  if (error.field !== field && !isNameTaken) return undefined;
  return error.remedy === '' ? error.message : `${error.message} ${error.remedy}`;
}

/** The error when none of the fields shows it. */
export function errorBeside(error: AppError | null, fields: readonly string[]): AppError | null {
  return fields.some((field) => fieldError(error, field) !== undefined) ? null : error;
}
