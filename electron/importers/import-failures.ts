import { failed, type AppErrorDetails } from '../../shared/domain/app-error.ts';

/** `words` say which rule of the format is broken, and never quote the file. */
export function notReadable(words: AppErrorDetails) {
  return failed('import-not-readable', words);
}

export function tooLarge(words: AppErrorDetails) {
  return failed('import-too-large', words);
}
