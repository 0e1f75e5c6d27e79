import { z } from 'zod';
import { apiKeyIdSchema, maskSchema } from './api-key.ts';
import { endRuleSchema } from './key-policy.ts';
import { revocationReasonSchema, type RevocationReason } from './revocation.ts';
import { serviceIdSchema } from './service.ts';
import { fieldTexts } from '../texts/en/fields.ts';

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

export const memberIdSchema = z.string().min(1).max(80);

/** What a member may do in the team: an admin sees and revokes the keys of all members. */
export const memberRoleSchema = z.enum(['admin', 'member']);
export type MemberRole = z.infer<typeof memberRoleSchema>;

/** A member as a person types one. */
export const memberDraftSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .transform((name) => name.normalize('NFC'))
    .refine((name) => name.length > 0, fieldTexts.memberNameMissing)
    .refine((name) => [...name].length <= 100, fieldTexts.atMost100)
    .refine((name) => !CONTROL_CHARACTERS.test(name), fieldTexts.noBreaksOrControls)
    .refine((name) => name.isWellFormed(), fieldTexts.nameBroken),
  // Looser than a mail server would be: the team lives on this computer, where `ada@localhost` is an address.
  email: z
    .string()
    .trim()
    .max(254, fieldTexts.atMost254)
    .regex(/^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/, fieldTexts.email)
    .refine((email) => !CONTROL_CHARACTERS.test(email), fieldTexts.noControls),
  role: memberRoleSchema,
});
export type MemberDraft = z.infer<typeof memberDraftSchema>;

/** A member of the local workspace's team. Times are epoch milliseconds. */
export const teamMemberSchema = z.strictObject({
  id: memberIdSchema,
  name: z.string(),
  email: z.string(),
  role: memberRoleSchema,
  /** Whether it is the person whose Keyfob this is. */
  isYou: z.boolean(),
  /** How many API keys of this member were not revoked. */
  liveKeys: z.int(),
  createdAt: z.int(),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;

export const teamKeyStatusSchema = z.enum(['active', 'expiring', 'expired', 'disabled', 'revoked']);
export type TeamKeyStatus = z.infer<typeof teamKeyStatusSchema>;

/** A key in the admins' dashboard, revoked ones too. Times are epoch milliseconds. */
export const teamKeySchema = z.strictObject({
  id: apiKeyIdSchema,
  kind: z.enum(['api-key', 'access-key']),
  name: z.string(),
  mask: maskSchema,
  serviceId: serviceIdSchema,
  serviceName: z.string(),
  creatorId: memberIdSchema,
  creatorName: z.string(),
  /** Whether the creator is the person whose Keyfob this is. */
  isYours: z.boolean(),
  createdAt: z.int(),
  expiresAt: z.int().nullable(),
  /** The rule that ends it, or that ended it; `null` when none does. */
  expiresBy: endRuleSchema.nullable(),
  lastUsedAt: z.int().nullable(),
  status: teamKeyStatusSchema,
  revocation: z.strictObject({ at: z.int(), reason: revocationReasonSchema }).nullable(),
});
export type TeamKey = z.infer<typeof teamKeySchema>;

/**
 * Why a key was ended, as its tag says: why it was revoked; of one that has expired, whether it went unused, or a policy or the
 * end of what it belonged to ended it. `null` for a key that works, and for one that reached the expiration set for it.
 */
export function endReasonOf({
  status,
  expiresBy,
  revocation,
}: Pick<TeamKey, 'status' | 'expiresBy' | 'revocation'>): RevocationReason | null {
  if (revocation !== null) return revocation.reason;
  if (status !== 'expired' || expiresBy?.kind === 'own') return null;
  return expiresBy?.kind === 'unused' ? 'by-inactivity' : 'automatically';
}

/** `enabled`: every key that works now, those that expire soon among them. */
export const teamKeyStateFilterSchema = z.enum([
  'all',
  'enabled',
  'expiring',
  'disabled',
  'expired',
  'revoked',
]);
export type TeamKeyStateFilter = z.infer<typeof teamKeyStateFilterSchema>;

export const teamKeyFilterSchema = z.strictObject({
  /** Words of the name or the last four characters; every one must be found. */
  search: z.string().max(200),
  state: teamKeyStateFilterSchema,
  creatorId: memberIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  /** One key alone: the one whose value was pasted. */
  keyId: apiKeyIdSchema.nullable(),
});
export type TeamKeyFilter = z.infer<typeof teamKeyFilterSchema>;

export const EVERY_TEAM_KEY: TeamKeyFilter = {
  search: '',
  state: 'all',
  creatorId: null,
  serviceId: null,
  keyId: null,
};

export const teamKeySortSchema = z.enum(['newest', 'oldest', 'recently-used']);
export type TeamKeySort = z.infer<typeof teamKeySortSchema>;

/** Which part of the team's keys the window shows. */
export const teamKeyPageSchema = z.strictObject({
  filter: teamKeyFilterSchema,
  sort: teamKeySortSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type TeamKeyPage = z.infer<typeof teamKeyPageSchema>;

export const teamKeysShownSchema = z.strictObject({
  total: z.int(),
  /** How many of them are not revoked, and when that was: what “select all” selects. */
  live: z.int(),
  asOf: z.int(),
  keys: z.array(teamKeySchema),
});

/** How many keys a bulk action takes by their ids at most; more are chosen by what matches. */
export const MAX_BULK_KEYS = 2_000;
const bulkKeyIdsSchema = z.array(apiKeyIdSchema).max(MAX_BULK_KEYS);

/**
 * The keys that a bulk action is about: named one by one, or all that match. `matching` stands for any number of keys in a few
 * bytes, and means what the person saw: keys made after `until` (epoch milliseconds) are not among them.
 */
export const teamKeyChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: bulkKeyIdsSchema.min(1) }),
  z.strictObject({
    kind: z.literal('matching'),
    filter: teamKeyFilterSchema,
    until: z.int(),
    except: bulkKeyIdsSchema,
  }),
]);
export type TeamKeyChoice = z.infer<typeof teamKeyChoiceSchema>;

/** What a bulk action would meet, to be said before it is confirmed. */
export const teamSelectionSchema = z.strictObject({
  /** Selected keys that are there and not revoked yet. */
  live: z.int(),
  /** Of those: collection access keys, which can be revoked and not disabled. */
  accessKeys: z.int(),
  /** Access keys beside those, which programs made with them and which work on unless they are deleted too. */
  made: z.int(),
  /** Of those: one's own, whose sealed values are removed from this computer by a revocation. */
  yours: z.int(),
  /** Of those: keys of services that Keyfob does not run, where a revocation here ends nothing. */
  elsewhere: z.int(),
  /** Of those: used within the last 7 days. */
  usedLately: z.int(),
});
export type TeamSelection = z.infer<typeof teamSelectionSchema>;

/** What the clipboard holds, as far as the team is concerned; never the text itself. */
export const foundKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    key: teamKeySchema,
    /** Whether it is the key's value now, one that works until its grace ends, or one that works no longer. */
    value: z.enum(['current', 'in-grace', 'retired']),
  }),
  /** `mistyped`: it has the shape of a key of the Local API, and its checksum is wrong. */
  z.strictObject({ kind: z.literal('none'), reason: z.enum(['mistyped', 'unknown']) }),
]);
export type FoundKey = z.infer<typeof foundKeySchema>;

/** Why an admin revokes keys. */
export const revokeChoiceSchema = z.enum(['by-admin', 'exposed']);
export type RevokeChoice = z.infer<typeof revokeChoiceSchema>;
