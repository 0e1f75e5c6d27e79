import { ACCESS_KEY_LIFETIME_MS } from '../../shared/domain/access-key.ts';
import { maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import { recordActivity } from '../keys/activity-rows.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import {
  deleteAccessKeyRow,
  findAccessKeyRow,
  findAccessKeyRowByPublicId,
  hasUnseenExpiredAccessKey,
  insertAccessKey,
  listAccessKeyRows,
  listAccessKeysMadeWith,
  setAccessKeysSeenExpired,
  setAccessKeyUsed,
  type AccessKeyPage,
  type AccessKeyRow,
} from './access-key-rows.ts';
import type { Issuer } from './issuer.ts';
import type { AccessKeyStore } from './key-store.ts';
import { findItem } from './workspace-rows.ts';

/** The collection access keys that the Local API issues: digests in the ledger, and a sliding end of 60 days. */
export interface AccessKeys extends AccessKeyStore {
  /** Newest first, with every use so far and what has expired by now. */
  list(page: AccessKeyPage): readonly AccessKeyRow[];
  get(id: string): AccessKeyRow | null;
  /**
   * A new key at each call. Its value is in the answer alone. `apiKeyId`: the API key with which a program asked for it. `not-found` for
   * an unknown collection.
   */
  share(collectionUid: string, memberId: string, apiKeyId?: string): Result<SharedAccessKey>;
  /** Those that programs made with this API key, and that still work. */
  listMadeWith(apiKeyId: string): readonly AccessKeyRow[];
  /** All of them, or none. Returns those that were there. */
  removeMadeWith(apiKeyId: string): Result<readonly AccessKeyRow[]>;
  /** It is refused from then on. `not-found`. */
  remove(id: string): Result<null>;
  /** Writes down what has expired by now; returns whether there was anything new. */
  markExpired(): boolean;
}

export interface SharedAccessKey {
  readonly key: AccessKeyRow;
  readonly secret: string;
}

export interface AccessKeysOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly issuer: Pick<Issuer, 'issueAccessKey'>;
  readonly publish: Publish;
}

/** How long a use may wait to be written, so that a second of uses costs one write. */
const WRITE_DELAY_MS = 1_000;

export function createAccessKeys(options: AccessKeysOptions): AccessKeys {
  const { ledger, clock, publish } = options;
  const uses = createPendingUses(options);

  const markExpired = (): boolean => {
    const now = clock.now();
    if (!hasUnseenExpiredAccessKey(ledger, now)) return false;
    // A use that is not written yet may have pushed the end.
    uses.flush();
    if (!hasUnseenExpiredAccessKey(ledger, now)) return false;
    const isNew = noteInLedger(options, 'expired access keys', () => {
      setAccessKeysSeenExpired(ledger, now);
    });
    if (isNew) publish('accessKeys.changed', {});
    return isNew;
  };

  return {
    find(publicId) {
      markExpired();
      const row = findAccessKeyRowByPublicId(ledger, publicId);
      if (row === null) return null;
      const { id, creatorId, collectionUid, digest } = row;
      const state = stateOf(row, uses.endOf(id) ?? row.expiresAt, clock.now());
      return { accessKeyId: id, memberId: creatorId, collectionUid, digest, state };
    },
    recordUse: (accessKeyId, at) => {
      uses.add(accessKeyId, at);
    },
    flush: () => {
      uses.flush();
    },
    list(page) {
      uses.flush();
      markExpired();
      return listAccessKeyRows(ledger, page);
    },
    get: (id) => findAccessKeyRow(ledger, id),
    share: (collectionUid, memberId, apiKeyId) =>
      share(options, collectionUid, { memberId, apiKeyId: apiKeyId ?? null }),
    listMadeWith(apiKeyId) {
      markExpired();
      return listAccessKeysMadeWith(ledger, apiKeyId);
    },
    removeMadeWith: (apiKeyId) => removeMadeWith(options, apiKeyId),
    remove: (id) => remove(options, id),
    markExpired,
  };
}

function stateOf(row: AccessKeyRow, expiresAt: number, now: number): 'works' | 'expired' {
  return row.hasExpired || isExpired(expiresAt, now) ? 'expired' : 'works';
}

function share(
  { ledger, clock, random, issuer, publish }: AccessKeysOptions,
  collectionUid: string,
  { memberId, apiKeyId }: { readonly memberId: string; readonly apiKeyId: string | null },
): Result<SharedAccessKey> {
  const { secret, publicId, digest } = issuer.issueAccessKey();
  const id = random.id();
  const result = changeLedger(ledger, () => {
    const collection = findItem(ledger, 'local_collections', collectionUid);
    if (collection === null) return failed('not-found', { message: 'This collection no longer exists.' });
    const now = clock.now();
    insertAccessKey(ledger, {
      id,
      issued: { publicId, digest },
      mask: maskOf(secret),
      collectionUid: collection.uid,
      creatorId: memberId,
      apiKeyId,
      createdAt: now,
      expiresAt: now + ACCESS_KEY_LIFETIME_MS,
    });
    const key = findAccessKeyRow(ledger, id);
    if (key === null) throw new Error('An access key is not there after it was written');
    recordActivity(ledger, accessKeySubject(key), { at: now, event: { kind: 'generated' } });
    return ok({ key, secret });
  });
  if (result.ok) publish('accessKeys.changed', {});
  return result;
}

function remove({ ledger, clock, publish }: AccessKeysOptions, id: string): Result<null> {
  const result = changeLedger(ledger, () => {
    const key = findAccessKeyRow(ledger, id);
    if (key === null) return failed('not-found');
    deleteAccessKeyRow(ledger, id);
    recordActivity(ledger, accessKeySubject(key), { at: clock.now(), event: { kind: 'deleted' } });
    return ok(null);
  });
  if (result.ok) publish('accessKeys.changed', {});
  return result;
}

function removeMadeWith(
  { ledger, clock, publish }: AccessKeysOptions,
  apiKeyId: string,
): Result<readonly AccessKeyRow[]> {
  const result = changeLedger(ledger, () => {
    const made = listAccessKeysMadeWith(ledger, apiKeyId);
    for (const key of made) {
      deleteAccessKeyRow(ledger, key.id);
      recordActivity(ledger, accessKeySubject(key), { at: clock.now(), event: { kind: 'deleted' } });
    }
    return ok(made);
  });
  if (result.ok && result.value.length > 0) publish('accessKeys.changed', {});
  return result;
}

/** How the activity names it. */
export function accessKeySubject(key: Pick<AccessKeyRow, 'id' | 'collectionName' | 'collectionUid'>): {
  readonly id: string;
  readonly name: string;
} {
  return { id: key.id, name: `Access key to ${key.collectionName ?? key.collectionUid}` };
}

/** Uses that are not written yet. Each pushes the end of its key to 60 days after it. */
function createPendingUses(options: AccessKeysOptions) {
  const { ledger, clock, publish } = options;
  const uses = new Map<string, number>();
  let cancelWrite: (() => void) | null = null;

  const flush = (): void => {
    cancelWrite?.();
    cancelWrite = null;
    if (uses.size === 0) return;
    const isWritten = noteInLedger(options, 'uses of access keys', () => {
      for (const [id, at] of uses)
        setAccessKeyUsed(ledger, id, { at, expiresAt: at + ACCESS_KEY_LIFETIME_MS });
    });
    // What the disk refused is kept for the next time.
    if (!isWritten) return;
    uses.clear();
    publish('accessKeys.changed', {});
  };
  return {
    flush,
    add(id: string, at: number): void {
      uses.set(id, at);
      cancelWrite ??= clock.schedule(flush, WRITE_DELAY_MS);
    },
    /** Where a use that is not written yet pushed the end, in epoch milliseconds. */
    endOf(id: string): number | null {
      const at = uses.get(id);
      return at === undefined ? null : at + ACCESS_KEY_LIFETIME_MS;
    },
  };
}
