import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useErrorWords, useFieldWords, useTexts } from '../../language/speech-context.ts';

/** What a form says of its fields, in the language of the window. */
export function useFormErrors() {
  const { common } = useTexts(keyDialogsTexts);
  const wordsOf = useErrorWords();
  const fieldWords = useFieldWords();
  return {
    /** Why this is no name for a key; `null` when it is one. The main process decides in the end, also whether it is taken. */
    keyNameProblem: (name: string): string | null => {
      const result = apiKeyNameSchema.safeParse(name);
      return result.success ? null : fieldWords(result.error.issues[0]?.message ?? common.nameProblem);
    },
    /** The error's words for the field it is about; `undefined` when it is about something else. */
    fieldError: (error: AppError | null, field: string): string | undefined => {
      if (error === null || !isAbout(error, field)) return undefined;
      const { message, remedy } = wordsOf(error);
      return remedy === '' ? message : `${message} ${remedy}`;
    },
    fieldWords,
  };
}

function isAbout(error: AppError, field: string): boolean {
  return error.field === field || (field === 'name' && error.code === 'name-taken');
}

/** The error when none of the fields shows it. */
export function errorBeside(error: AppError | null, fields: readonly string[]): AppError | null {
  return error !== null && fields.some((field) => isAbout(error, field)) ? null : error;
}
