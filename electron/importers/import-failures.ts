import { failed } from '../../shared/domain/app-error.ts';

/** `message` says which rule of the format is broken, and never quotes the file. */
export function notReadable(message: string) {
  return failed('import-not-readable', { message });
}

export function tooLarge(message: string) {
  return failed('import-too-large', { message });
}
