import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createSystemClock } from '../../electron/adapters/system-clock.ts';
import { createSystemRandom } from '../../electron/adapters/system-random.ts';
import { seedLedger } from '../../electron/app/seed-ledger.ts';
import type { Ledger } from '../../electron/keys/ledger/ledger.ts';
import { openLedger } from '../../electron/keys/ledger/open-ledger.ts';
import { firstMember, insertMember } from '../../electron/keys/member-rows.ts';
import { createIssuer } from '../../electron/local-api/issuer.ts';
import { recordingLogger } from '../support/in-memory-ports.ts';

export const KEYS = 10_000;
/** With the person whose Keyfob it is, five. */
export const OTHER_MEMBERS = ['Grace', 'Alan', 'Edsger', 'Barbara'];
const NAMES = ['CI pipeline', 'Nightly build', 'Monitoring', 'Übergabe'];
const DAY_MS = 24 * 60 * 60 * 1000;

export interface FilledLedger {
  readonly ledger: Ledger;
  /** The value of key 5000. */
  readonly secret: string;
}

/** A ledger in the folder with 10,000 keys: of five members in turn, or all of them one's own; every tenth is revoked. */
export function makeFilledLedger(folder: string, owners: 'team' | 'own' = 'team'): FilledLedger {
  const clock = createSystemClock();
  const random = createSystemRandom();
  const opened = openLedger({ path: join(folder, 'keyfob.db'), clock, logger: recordingLogger() });
  if (opened.kind === 'closed') throw new Error(`The ledger is closed: ${opened.state.reason}`);
  const { ledger } = opened;
  seedLedger(ledger, { random, clock });
  const { secret, publicId, digest } = createIssuer(random).issueApiKey();
  ledger.transaction(() => {
    const now = Date.now();
    const owner = firstMember(ledger)?.id ?? '';
    const creators =
      owners === 'own' ? [owner] : [owner, ...OTHER_MEMBERS.map((name, at) => addMember(ledger, name, at))];
    for (let index = 0; index < KEYS; index += 1) {
      const creator = creators[index % creators.length] ?? owner;
      const issued =
        index === 5_000
          ? { publicId, digest }
          : { publicId: `public-${String(index)}`, digest: randomBytes(32) };
      addKey(ledger, { index, creator, isOwn: creator === owner, now, issued });
    }
  });
  return { ledger, secret };
}

function addMember(ledger: Ledger, name: string, index: number): string {
  const id = `member-${String(index)}`;
  const email = `${name.toLowerCase()}@example.com`;
  const rest = { role: 'member', createdAt: Date.now(), removedAt: null } as const;
  insertMember(ledger, { id, numericId: index + 1, name, username: name, email, ...rest });
  return id;
}

interface NewKey {
  readonly index: number;
  readonly creator: string;
  readonly isOwn: boolean;
  readonly now: number;
  readonly issued: { readonly publicId: string; readonly digest: Uint8Array };
}

function addKey(ledger: Ledger, { index, creator, isOwn, now, issued }: NewKey): void {
  const id = `key-${String(index)}`;
  const name = `${NAMES[index % NAMES.length] ?? ''} ${String(index)}`;
  const revokedAt = index % 10 === 9 ? now : null;
  const expiresAt = index % 3 === 0 ? now + (index % 60) * DAY_MS + DAY_MS : null;
  const lastUsedAt = index % 2 === 0 ? now - ((index * 7919 + 5) % KEYS) * 1000 : null;
  ledger.run(
    `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at, expires_at, last_used_at,
       last_used_origin, is_disabled, is_issued_here, revoked_at, revoked_reason)
     VALUES (?, 'local', ?, ?, ?, ?, ?, ?, ?, 'http://127.0.0.1:5362', ?, 1, ?, ?)`,
    [
      ...[id, creator, name, name.toLowerCase(), `kfak_••••••••${String(index).padStart(4, '0')}`],
      ...[now - index * 60_000, expiresAt, lastUsedAt, Number(index % 20 === 1)],
      ...[revokedAt, revokedAt === null ? null : 'by-admin'],
    ],
  );
  if (revokedAt !== null) return;
  ledger.run('INSERT INTO issued_secrets (public_id, api_key_id, digest, issued_at) VALUES (?, ?, ?, ?)', [
    ...[issued.publicId, id, issued.digest, now],
  ]);
  if (!isOwn) return;
  ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
    id,
    randomBytes(80),
  ]);
}
