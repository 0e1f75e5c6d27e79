import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from '../keys/activity-rows.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { KeyCopier } from '../keys/copy-key.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import { createSecretShelf } from '../keys/secret-shelf.ts';
import { accessKeySubject } from '../local-api/access-keys.ts';
import { findAccessKeyRow, type AccessKeyRow } from '../local-api/access-key-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { told } from '../told.ts';
import { noticesOf, type Speaking } from '../ports/speaking.ts';

const REVEAL_HELD_MS = 5 * 60_000;
const COPY_HELD_MS = 10 * 60_000;

/** Of keys that were made just now: their value and their URL, in memory until they were shown and copied. */
export interface SharedUrls {
  put(key: Pick<AccessKeyRow, 'id'>, value: { readonly secret: string; readonly secretUrl: string }): void;
  reveal(id: string): Result<{ readonly secret: string; readonly secretUrl: string }>;
  copy(id: string): Promise<Result<{ readonly clearsAt: number }>>;
  forget(id: string): void;
  forgetAll(): void;
}

export interface SharedUrlsOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly copier: Pick<KeyCopier, 'copyHeld'>;
  readonly speaker?: Speaking;
}

export function createSharedUrls(options: SharedUrlsOptions): SharedUrls {
  const { ledger, clock, copier } = options;
  const secrets = createSecretShelf(clock, REVEAL_HELD_MS);
  const secretUrls = createSecretShelf(clock, COPY_HELD_MS);

  return {
    put({ id }, value) {
      secrets.put(id, value.secret);
      secretUrls.put(id, value.secretUrl);
    },
    reveal(id) {
      const recorded = changeLedger(ledger, () => {
        const key = findAccessKeyRow(ledger, id);
        if (key === null) return failed('not-found');
        if (!secrets.has(id) || !secretUrls.has(id)) return failed('already-revealed', NEW_KEY);
        recordActivity(ledger, accessKeySubject(key), { at: clock.now(), event: { kind: 'revealed' } });
        return ok(null);
      });
      if (!recorded.ok) return recorded;
      const secret = secrets.take(id);
      const secretUrl = secretUrls.peek(id);
      return secret === null || secretUrl === null
        ? failed('already-revealed', NEW_KEY)
        : ok({ secret, secretUrl });
    },
    async copy(id) {
      const key = findAccessKeyRow(ledger, id);
      if (key === null) return failed('not-found');
      const secretUrl = secretUrls.peek(id);
      if (secretUrl === null) return failed('already-revealed', NEW_KEY);
      const { copied: words } = noticesOf(options.speaker);
      const copied = await copier.copyHeld(secretUrl, {
        title: words.accessUrl(key.collectionName ?? key.collectionUid),
        body: words.keepSafe,
      });
      if (!copied.ok) return copied;
      noteInLedger(options, 'copied', () => {
        const event = { kind: 'copied', from: 'window' } as const;
        recordActivity(ledger, accessKeySubject(key), { at: clock.now(), event });
      });
      return copied;
    },
    forget(id) {
      secrets.drop(id);
      secretUrls.drop(id);
    },
    forgetAll() {
      secrets.clear();
      secretUrls.clear();
    },
  };
}

const NEW_KEY = told('accessKeyShown');
