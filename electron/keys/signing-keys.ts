import type { Result } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { WithheldReason } from '../../shared/domain/signing-decision.ts';

/** What the sender needs of the keys: to find the key for a request, to open it, and to tell what became of it. */
export interface SigningKeys {
  services(): readonly Service[];
  findKey(apiKeyId: string): ApiKey | null;
  /** The default key of the service, else its only usable key, else null. */
  defaultKeyOf(serviceId: string): ApiKey | null;
  /** Expiry as the ledger has seen it: once expired, a key stays expired when the clock goes back. */
  isExpired(apiKey: ApiKey): boolean;
  /** Opens the secret for the wire. The caller holds it no longer than the hop. */
  openSecret(apiKeyId: string): Result<string>;
  recordSent(use: { apiKeyId: string; method: string; origin: string; status: number | null }): void;
  recordWithheld(use: { apiKeyId: string; method: string; origin: string; reason: WithheldReason }): void;
}
