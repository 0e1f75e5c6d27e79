import { z } from 'zod';
import type { Random } from '../ports/random.ts';
import type { Ledger } from './ledger/ledger.ts';

const memberRowSchema = z
  .object({
    id: z.string(),
    numeric_id: z.int(),
    name: z.string(),
    username: z.string(),
    email: z.string(),
    role: z.string(),
    created_at: z.int(),
    removed_at: z.int().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    numericId: row.numeric_id,
    name: row.name,
    username: row.username,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
    /** When the member left the team; `null` for one who is in it. */
    removedAt: row.removed_at,
  }));

/** A person of the Local API's team. */
export type Member = Readonly<z.infer<typeof memberRowSchema>>;

/** The person whose Keyfob this is: the row that was written first, whatever the clock said then. */
export const OWNER_ID = 'SELECT id FROM members ORDER BY rowid LIMIT 1';

/** The person whose Keyfob this is; `null` before `ensureFirstMember`. */
export function firstMember(ledger: Ledger): Member | null {
  const row = ledger.get('SELECT * FROM members ORDER BY rowid LIMIT 1');
  return row === undefined ? null : memberRowSchema.parse(row);
}

/** Everyone who is in the team, the person whose Keyfob this is first. */
export function listMembers(ledger: Ledger): readonly Member[] {
  return ledger
    .all('SELECT * FROM members WHERE removed_at IS NULL ORDER BY rowid')
    .map((row) => memberRowSchema.parse(row));
}

/** A member, also one who left: the keys that they made refer to them. */
export function findMember(ledger: Ledger, id: string): Member | null {
  const row = ledger.get('SELECT * FROM members WHERE id = ?', [id]);
  return row === undefined ? null : memberRowSchema.parse(row);
}

export interface FirstMemberOptions {
  /** The operating system's account name. */
  readonly userName: string;
  readonly random: Random;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Gives the ledger its first member, named after the operating system's user, unless it has one. */
export function ensureFirstMember(ledger: Ledger, options: FirstMemberOptions): Member {
  return ledger.transaction(() => {
    const existing = firstMember(ledger);
    if (existing !== null) return existing;
    const member = newMember(options);
    insertMember(ledger, member);
    return member;
  });
}

export function insertMember(ledger: Ledger, member: Member): void {
  ledger.run(
    'INSERT INTO members (id, numeric_id, name, username, email, role, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [member.id, member.numericId, member.name, member.username, member.email, member.role, member.createdAt],
  );
}

export function updateMember(
  ledger: Ledger,
  id: string,
  { name, email, role }: Pick<Member, 'name' | 'email' | 'role'>,
): void {
  ledger.run('UPDATE members SET name = ?, email = ?, role = ? WHERE id = ?', [name, email, role, id]);
}

/** Takes the member out of the team. The row stays: the record of revoked keys refers to it. */
export function setMemberRemoved(ledger: Ledger, id: string, removedAt: number): void {
  ledger.run('UPDATE members SET removed_at = ? WHERE id = ?', [removedAt, id]);
}

function newMember({ userName, random, now }: FirstMemberOptions): Member {
  const name = userName.trim() === '' ? 'Keyfob user' : userName.trim();
  const username = usernameOf(name);
  return {
    id: random.id(),
    numericId: newNumericId(random),
    name,
    username,
    email: `${username}@localhost`,
    role: 'admin',
    createdAt: now,
    removedAt: null,
  };
}

/** What `GET /me` calls the member. */
export function usernameOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
}

/** Eight digits, as Postman's user ids have; a tiny bias is of no concern, since it is no secret. */
export function newNumericId(random: Random): number {
  return 10_000_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 90_000_000);
}
