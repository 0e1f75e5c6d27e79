import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import type { Service } from '../../shared/domain/service.ts';
import { createActivityRecorder } from './activity-rows.ts';
import { findApiKeyRecord, setLastUsed, type ApiKeyRecord } from './api-key-rows.ts';
import type { SigningKeysOptions } from './create-signing-keys.ts';
import { checkUsable } from './key-rules.ts';
import { noteInLedger } from './note-in-ledger.ts';
import { createNotedUses, type NotedUses } from './noted-uses.ts';
import { openSealedSecret } from './open-secret.ts';
import type { ServiceDirectory } from './service-directory.ts';
import type { KeyChosen, SigningKeys } from './signing-keys.ts';

/** What was read of the ledger stays good until the ledger changes, and no longer than this. */
const MAX_AGE_MS = 1_000;

export interface RunSigningKeysOptions extends SigningKeysOptions {
  readonly services: Pick<ServiceDirectory, 'list' | 'revision'>;
}

/** The keys as a collection run sees them; `flush` writes down how they were used since. */
export interface RunSigningKeys extends SigningKeys {
  flush(): void;
  /** Holds nothing any more. */
  forget(): void;
}

interface Snapshot {
  readonly mark: object;
  readonly revision: number;
  readonly takenAt: number;
  services: readonly Service[] | null;
  readonly records: Map<string, ApiKeyRecord | null>;
  readonly defaults: Map<string, ApiKey | null>;
  readonly chosen: Map<string, KeyChosen>;
  readonly secrets: Map<string, string>;
}

/**
 * The sender's view of the keys for a run of many requests: what it reads is kept while the ledger stays as it is (any change by anybody
 * makes it read anew, so that a key which is revoked, disabled or regenerated counts at the next request), and its own notes
 * are written many at a time. A secret that was opened is held no longer than what was read, which is a second at most, and
 * only while the vault is unlocked. That a key has ended is judged by the clock, each time.
 */
export function createRunSigningKeys(options: RunSigningKeysOptions, inner: SigningKeys): RunSigningKeys {
  const { ledger, vault, clock } = options;
  let snapshot: Snapshot | null = null;

  const current = (): Snapshot => {
    const mark = ledger.mark();
    const revision = options.services.revision();
    const now = clock.now();
    if (snapshot?.mark === mark && snapshot.revision === revision && isRecent(now - snapshot.takenAt))
      return snapshot;
    snapshot = emptySnapshot({ mark, revision, takenAt: now });
    return snapshot;
  };

  /** Its end comes by time alone, without a change of the ledger. */
  const hasEnded = ({ hasExpired, expiresAt }: ApiKey): boolean =>
    hasExpired || (expiresAt !== null && isExpired(expiresAt, clock.now()));

  const find = (id: string): ApiKeyRecord | null => {
    const known = current().records.get(id);
    if (known !== undefined && (known === null || !hasEnded(known.apiKey))) return known;
    // Through the sender's ordinary view: it also writes down that a key was seen expired.
    inner.findKey(id);
    const found = findApiKeyRecord(ledger, id, clock.now());
    current().records.set(id, found);
    return found;
  };

  return {
    services: () => (current().services ??= inner.services()),
    findKey: (id) => find(id)?.apiKey ?? null,
    defaultKeyOf(serviceId) {
      const known = current().defaults.get(serviceId);
      if (known !== undefined && (known === null || !hasEnded(known))) return known;
      const found = inner.defaultKeyOf(serviceId);
      current().defaults.set(serviceId, found);
      return found;
    },
    isExpired: (apiKey) =>
      hasEnded(apiKey) ? inner.isExpired(apiKey) : hasEnded(find(apiKey.id)?.apiKey ?? apiKey),
    chosen: () => current().chosen,
    openSecret(id) {
      const record = find(id);
      if (record === null) return failed('not-found');
      const usable = checkUsable(record.apiKey, clock.now());
      if (!usable.ok) return usable;
      const known = vault.state().kind === 'unlocked' ? current().secrets.get(id) : undefined;
      if (known !== undefined) return ok(known);
      const opened = openSealedSecret(options, record);
      if (opened.ok) current().secrets.set(id, opened.value);
      return opened;
    },
    ...createNoting(options),
    forget() {
      snapshot = null;
    },
  };
}

function emptySnapshot(of: Pick<Snapshot, 'mark' | 'revision' | 'takenAt'>): Snapshot {
  const none = { records: new Map(), defaults: new Map(), chosen: new Map(), secrets: new Map() };
  return { ...of, services: null, ...none };
}

function isRecent(ageMs: number): boolean {
  return ageMs >= 0 && ageMs <= MAX_AGE_MS;
}

function createNoting(
  options: SigningKeysOptions,
): Pick<RunSigningKeys, 'recordSent' | 'recordWithheld' | 'flush'> {
  const { clock } = options;
  const noted = createNotedUses();
  return {
    recordSent({ apiKeyId, method, origin, status }) {
      noted.add({ apiKeyId, event: { kind: 'sent', method, origin, status } }, clock.now());
    },
    recordWithheld({ apiKeyId, method, origin, reason }) {
      noted.add({ apiKeyId, event: { kind: 'withheld', method, origin, reason } }, clock.now());
    },
    flush() {
      const taken = noted.take();
      if (taken.uses.length > 0) noteUses(options, taken);
    },
  };
}

function noteUses(
  { ledger, logger, publish }: SigningKeysOptions,
  { uses, times }: ReturnType<NotedUses['take']>,
): void {
  const isNoted = noteInLedger({ ledger, logger }, 'use', () => {
    const apiKeys = new Map<string, ApiKey | null>();
    const activity = createActivityRecorder(ledger);
    const lastSent = new Map<string, { readonly at: number; readonly origin: string }>();
    for (const [index, { apiKeyId: id, event }] of uses.entries()) {
      const at = times[index] ?? 0;
      let apiKey = apiKeys.get(id);
      if (apiKey === undefined) {
        apiKey = findApiKeyRecord(ledger, id, at)?.apiKey ?? null;
        apiKeys.set(id, apiKey);
      }
      if (apiKey === null) continue;
      activity.record(apiKey, at, event);
      if (event.kind === 'sent') lastSent.set(id, { at, origin: event.origin });
    }
    activity.write();
    for (const [id, last] of lastSent) setLastUsed(ledger, id, last);
  });
  if (isNoted) publish('keys.changed', {});
}
