import type { AppError } from '../../../shared/domain/app-error.ts';
import { useErrorWords } from '../../language/speech-context.ts';

/** Gives the error's words for the field that it is about, a part of a draft too; `undefined` when it is about something else. */
export function useFieldText() {
  const wordsOf = useErrorWords();
  return (error: AppError | null, field: string): string | undefined => {
    if (error === null || !isAbout(error, [field])) return undefined;
    const { message, remedy } = wordsOf(error);
    return remedy === '' ? message : `${message} ${remedy}`;
  };
}

/** Whether one of these fields shows the error. */
export function isAbout(error: AppError, fields: readonly string[]): boolean {
  const field = error.field?.replace(/^draft\./, '');
  return field !== undefined && fields.includes(field);
}
