import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import { recordActivity } from './activity-rows.ts';
import {
  findApiKeyRecord,
  findDefaultKeyId,
  listApiKeyRecordsOf,
  setLastUsed,
  type ApiKeyRecord,
} from './api-key-rows.ts';
import type { KeyContext } from './key-context.ts';
import { checkUsable } from './key-rules.ts';
import { noteInLedger } from './note-in-ledger.ts';
import { openSealedSecret } from './open-secret.ts';
import { markKeySeenExpired, markSeenExpired } from './seen-expired.ts';
import type { ServiceDirectory } from './service-directory.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface SigningKeysOptions extends Pick<
  KeyContext,
  'ledger' | 'vault' | 'clock' | 'logger' | 'publish'
> {
  readonly services: Pick<ServiceDirectory, 'list'>;
}

/** The sender's view of the keys, over the ledger and the vault. */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const { ledger, clock, services } = options;

  const find = (id: string): ApiKeyRecord | null => {
    markKeySeenExpired(options, id);
    return findApiKeyRecord(ledger, id, clock.now());
  };

  return {
    services: () => services.list(),
    findKey: (id) => find(id)?.apiKey ?? null,
    // The marked key is the answer, usable or not: another one never takes its place silently.
    defaultKeyOf(serviceId) {
      const marked = findDefaultKeyId(ledger, serviceId);
      return marked === null ? onlyUsableKey(options, serviceId) : (find(marked)?.apiKey ?? null);
    },
    isExpired(apiKey) {
      const { hasExpired, expiresAt } = find(apiKey.id)?.apiKey ?? apiKey;
      return hasExpired || isExpired(expiresAt, clock.now());
    },
    openSecret(id) {
      const record = find(id);
      if (record === null) return failed('not-found');
      const usable = checkUsable(record.apiKey, clock.now());
      return usable.ok ? openSealedSecret(options, record) : usable;
    },
    recordSent({ apiKeyId, method, origin, status }) {
      noteUse(options, apiKeyId, (apiKey, at) => {
        setLastUsed(ledger, apiKeyId, { at, origin });
        recordActivity(ledger, apiKey, { at, event: { kind: 'sent', method, origin, status } });
      });
    },
    recordWithheld({ apiKeyId, method, origin, reason }) {
      noteUse(options, apiKeyId, (apiKey, at) => {
        recordActivity(ledger, apiKey, { at, event: { kind: 'withheld', method, origin, reason } });
      });
    },
  };
}

/** With no key marked as default: the only usable one, since there is nothing to choose between. */
function onlyUsableKey(options: SigningKeysOptions, serviceId: string): ApiKey | null {
  markSeenExpired(options);
  const now = options.clock.now();
  const usable = listApiKeyRecordsOf(options.ledger, serviceId, now).filter(
    ({ apiKey }) => checkUsable(apiKey, now).ok,
  );
  return usable.length === 1 ? (usable[0]?.apiKey ?? null) : null;
}

function noteUse(
  options: SigningKeysOptions,
  apiKeyId: string,
  write: (apiKey: ApiKey, at: number) => void,
): void {
  const { ledger, clock, logger, publish } = options;
  const at = clock.now();
  const isNoted = noteInLedger({ ledger, logger }, 'use', () => {
    const record = findApiKeyRecord(ledger, apiKeyId, at);
    if (record !== null) write(record.apiKey, at);
  });
  if (isNoted) publish('keys.changed', {});
}
