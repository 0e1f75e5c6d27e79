import { maskOf } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyContext } from './key-context.ts';
import { recogniseService } from './presets/registry.ts';
import { readPastedKey } from './read-pasted-key.ts';

const TOKEN_BYTES = 18;

export interface StagedPaste {
  readonly token: string;
  readonly mask: string;
  readonly length: number;
  readonly suggestedServiceId: string | null;
}

/**
 * Takes the key on the clipboard into memory; the caller gets a token and a mask. The errors of `readPastedKey`.
 */
export async function stagePaste(context: KeyContext): Promise<Result<StagedPaste>> {
  const { random, staged } = context;
  const pasted = await readPastedKey(context);
  if (!pasted.ok) return pasted;
  const secret = pasted.value;
  const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
  staged.put(token, secret);
  return ok({
    token,
    mask: maskOf(secret),
    length: secret.length,
    suggestedServiceId: recogniseService(secret),
  });
}
