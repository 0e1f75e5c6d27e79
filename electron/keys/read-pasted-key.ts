import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyContext } from './key-context.ts';
import { told } from '../told.ts';

const MAX_SECRET_LENGTH = 4096;

/** Visible ASCII (RFC 9110, 5.5, without white space): what a header value carries unchanged everywhere. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** Whether every header and every vault can carry the value as it is. */
export function canBeKey(secret: string): boolean {
  return secret !== '' && secret.length <= MAX_SECRET_LENGTH && HEADER_SAFE.test(secret);
}

/**
 * The key on the clipboard, without the white space around it; for the main process alone.
 * `clipboard-empty`, `clipboard-not-a-key`, or `clipboard-failed`; none of them repeats what was on the clipboard.
 */
export async function readPastedKey({
  clipboard,
  logger,
}: Pick<KeyContext, 'clipboard' | 'logger'>): Promise<Result<string>> {
  let text: string;
  try {
    text = await clipboard.readText();
  } catch {
    // The system's error is not logged: it may quote what is on the clipboard.
    logger.warn('The clipboard could not be read');
    return failed('clipboard-failed', told('clipboardNotRead'));
  }
  const secret = text.trim();
  if (secret === '') return failed('clipboard-empty');
  if (!canBeKey(secret)) return failed('clipboard-not-a-key');
  return ok(secret);
}
