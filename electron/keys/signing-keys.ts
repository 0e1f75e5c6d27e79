import type { Result } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { SigningDecision, WithheldReason } from '../../shared/domain/signing-decision.ts';

/** Which key is meant for a request, whether or not it may go there. */
export type KeyChosen =
  | { readonly kind: 'unsigned'; readonly decision: Extract<SigningDecision, { kind: 'unsigned' }> }
  | { readonly kind: 'missing'; readonly apiKeyId: string }
  | { readonly kind: 'chosen'; readonly apiKey: ApiKey; readonly service: Service | null };

/** What the sender needs of the keys: to find the key for a request, to open it, and to tell what became of it. */
export interface SigningKeys {
  services(): readonly Service[];
  findKey(apiKeyId: string): ApiKey | null;
  /** The default key of the service, else its only usable key, else null. */
  defaultKeyOf(serviceId: string): ApiKey | null;
  /** Expiry as the ledger has seen it: once expired, a key stays expired when the clock goes back. */
  isExpired(apiKey: ApiKey): boolean;
  /**
   * Keys that were chosen by origin, by what was asked, as far as it is remembered: the map is another one after any change of keys or
   * services. A key in it may have ended since.
   */
  chosen?(): Map<string, KeyChosen>;
  /** Opens the secret for the wire. The caller holds it no longer than the hop. */
  openSecret(apiKeyId: string): Result<string>;
  recordSent(use: { apiKeyId: string; method: string; origin: string; status: number | null }): void;
  recordWithheld(use: { apiKeyId: string; method: string; origin: string; reason: WithheldReason }): void;
}
