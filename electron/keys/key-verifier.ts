import type { Result } from '../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import type { Service } from '../../shared/domain/service.ts';

/** One that is kept, or a value that is asked about before it is kept. */
export type KeyToVerify =
  { readonly kind: 'kept'; readonly apiKeyId: string } | { readonly kind: 'value'; readonly secret: string };

/**
 * Asks a service, with one GET, whether it accepts a key. The key goes where the keys of the service may go and nowhere else; a
 * redirect is not followed. Answers the account, `null` where the service does not tell whose key it is.
 * `service-refused-key` when it does not accept the key; any other error leaves open whether it would.
 */
export interface KeyVerifier {
  verify(service: Service, key: KeyToVerify): Promise<Result<KeyAccount | null>>;
}
