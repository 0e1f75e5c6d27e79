import { maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyContext } from './key-context.ts';
import { recogniseService } from './presets/registry.ts';

const MAX_SECRET_LENGTH = 4096;
const TOKEN_BYTES = 18;

/** Visible ASCII (RFC 9110, 5.5, without white space): what a header value carries unchanged everywhere. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

export interface StagedPaste {
  readonly token: string;
  readonly mask: string;
  readonly length: number;
  readonly suggestedServiceId: string | null;
}

/**
 * Takes the key on the clipboard into memory, without the white space around it; the caller gets a token and a mask.
 * `clipboard-empty`, `clipboard-not-a-key`, or `clipboard-failed`; none of them repeats what was on the clipboard.
 */
export async function stagePaste(context: KeyContext): Promise<Result<StagedPaste>> {
  const { clipboard, logger, random, staged } = context;
  let text: string;
  try {
    text = await clipboard.readText();
  } catch {
    // The system's error is not logged: it may quote what is on the clipboard.
    logger.warn('The clipboard could not be read');
    return failed('clipboard-failed', {
      message: 'The clipboard could not be read.',
    });
  }
  const secret = text.trim();
  if (secret === '') return failed('clipboard-empty');
  if (secret.length > MAX_SECRET_LENGTH || !HEADER_SAFE.test(secret)) return failed('clipboard-not-a-key');
  const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
  staged.put(token, secret);
  return ok({
    token,
    mask: maskOf(secret),
    length: secret.length,
    suggestedServiceId: recogniseService(secret),
  });
}
