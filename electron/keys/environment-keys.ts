import { failed, type Result } from '../../shared/domain/app-error.ts';
import type { KeyContext } from './key-context.ts';
import { canBeKey } from './read-pasted-key.ts';
import { stageSecret, type StagedPaste } from './stage-paste.ts';

/** Names that programs give to variables with a key. */
const LIKE_A_KEY = /^[A-Z][A-Z0-9_]{0,60}_(?:API_?KEY|ACCESS_TOKEN|TOKEN)$/;
/** Shorter values are switches and words. */
const SHORTEST_VALUE = 16;
const MOST_NAMES = 6;

/**
 * The names of the variables of Keyfob's environment that look like keys, in order: what a newcomer may have set already. Their values
 * are looked at here, and told to nobody.
 */
export function listEnvironmentKeys({ environment }: Pick<KeyContext, 'environment'>): readonly string[] {
  return Object.entries(environment)
    .filter(([name, value]) => LIKE_A_KEY.test(name) && isPlausible(value))
    .map(([name]) => name)
    .sort()
    .slice(0, MOST_NAMES);
}

/** As `stagePaste`, for the value of one of these variables. `not-found` for any other. */
export function stageEnvironmentKey(context: KeyContext, name: string): Result<StagedPaste> {
  const value = listEnvironmentKeys(context).includes(name) ? context.environment[name] : undefined;
  return value === undefined ? failed('not-found') : stageSecret(context, value.trim());
}

function isPlausible(value: string | undefined): boolean {
  const secret = value?.trim() ?? '';
  return secret.length >= SHORTEST_VALUE && canBeKey(secret);
}
