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
  })
  .transform((row) => ({
    id: row.id,
    numericId: row.numeric_id,
    name: row.name,
    username: row.username,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
  }));

/** A person of the Local API's team. */
export type Member = Readonly<z.infer<typeof memberRowSchema>>;

/** The person whose Keyfob this is; `null` before `ensureFirstMember`. */
export function firstMember(ledger: Ledger): Member | null {
  const row = ledger.get('SELECT * FROM members ORDER BY created_at, numeric_id LIMIT 1');
  return row === undefined ? null : memberRowSchema.parse(row);
}

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
    ledger.run(
      'INSERT INTO members (id, numeric_id, name, username, email, role, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        member.id,
        member.numericId,
        member.name,
        member.username,
        member.email,
        member.role,
        member.createdAt,
      ],
    );
    return member;
  });
}

function newMember({ userName, random, now }: FirstMemberOptions): Member {
  const name = userName.trim() === '' ? 'Keyfob user' : userName.trim();
  const username = name.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
  // Eight digits, as Postman's user ids have; a tiny bias is of no concern, since it is no secret.
  const numericId = 10_000_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 90_000_000);
  return {
    id: random.id(),
    numericId,
    name,
    username,
    email: `${username}@localhost`,
    role: 'admin',
    createdAt: now,
  };
}
