import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { IssuedSecret } from '../local-api/issuer.ts';
import type { KeyContext } from './key-context.ts';
import { randomBase62 } from './random-base62.ts';

export interface NewSecret {
  readonly secret: string;
  /** What the Local API's server keeps of it; `null` where the server is not ours. */
  readonly issued: Pick<IssuedSecret, 'publicId' | 'digest'> | null;
}

/** 238 bits, as base62 in characters that every header carries. */
const CUSTOM_SECRET_LENGTH = 40;

/** Whether Keyfob can make keys of this service: `cannot-issue` where the service alone can. */
export function checkCanIssue({ kind }: Service): Result<null> {
  return kind === 'postman' ? failed('cannot-issue') : ok(null);
}

/** A new secret of a service that passed `checkCanIssue`. */
export function makeSecret(
  { issuer, random }: Pick<KeyContext, 'issuer' | 'random'>,
  { kind }: Service,
): NewSecret {
  switch (kind) {
    case 'local': {
      const { secret, publicId, digest } = issuer.issueApiKey();
      return { secret, issued: { publicId, digest } };
    }
    case 'custom':
      return { secret: `key_${randomBase62(random, CUSTOM_SECRET_LENGTH)}`, issued: null };
    case 'postman':
      throw new Error('Postman issues its keys itself');
    default:
      return assertNever(kind);
  }
}
