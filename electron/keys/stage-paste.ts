import { maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyContext } from './key-context.ts';
import { recogniseAnyService } from './presets/registry.ts';
import { readPastedKey } from './read-pasted-key.ts';
import { told } from '../told.ts';

const TOKEN_BYTES = 18;

export interface StagedPaste {
  readonly token: string;
  readonly mask: string;
  readonly length: number;
  readonly suggestedServiceId: string | null;
}

/**
 * Takes the key on the clipboard into memory; the caller gets a token and a mask. The errors of `readPastedKey`, and
 * `clipboard-not-a-key` for one that was copied here.
 */
export async function stagePaste(context: KeyContext): Promise<Result<StagedPaste>> {
  const pasted = await readPastedKey(context);
  if (!pasted.ok) return pasted;
  const secret = pasted.value;
  // Copied and pasted, a key could be moved to a service with other origins without the person being asked.
  if (context.isCopiedHere(secret)) {
    return failed('clipboard-not-a-key', told('keyIsKeptAlready'));
  }
  return stageSecret(context, secret);
}

/** Holds a value that the person chose, until it is kept or let go; the caller gets a token and a mask. */
export function stageSecret(
  { random, staged, services }: Pick<KeyContext, 'random' | 'staged' | 'services'>,
  secret: string,
): Result<StagedPaste> {
  const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
  staged.put(token, secret);
  return ok({
    token,
    mask: maskOf(secret),
    length: secret.length,
    suggestedServiceId: recogniseAnyService(secret, services.list()),
  });
}
