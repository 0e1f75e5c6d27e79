import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { graceChoiceSchema } from './expiry.ts';
import { revocationReasonSchema } from './revocation.ts';
import { withheldReasonSchema } from './signing-decision.ts';

/** What an import made, and what tells it from others. */
const importSchema = z.strictObject({
  importId: z.string(),
  collections: z.int(),
  environments: z.int(),
  keys: z.int(),
});

/** What can happen to a key, or to all of them. Append-only; never a secret, never a URL with its query. */
export const activityEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('generated') }),
  z.strictObject({ kind: z.literal('added') }),
  z.strictObject({ kind: z.literal('revealed') }),
  z.strictObject({ kind: z.literal('copied'), from: z.enum(['window', 'tray', 'quick-copy']) }),
  z.strictObject({
    kind: z.literal('sent'),
    method: z.string(),
    origin: z.string(),
    status: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('withheld'),
    method: z.string(),
    origin: z.string(),
    reason: withheldReasonSchema,
  }),
  z.strictObject({ kind: z.literal('regenerated'), grace: graceChoiceSchema }),
  z.strictObject({ kind: z.literal('replaced') }),
  z.strictObject({ kind: z.literal('exposed') }),
  z.strictObject({ kind: z.literal('grace-ended') }),
  z.strictObject({ kind: z.literal('old-key-forgotten') }),
  z.strictObject({ kind: z.literal('renamed'), from: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('expiration-set'), expiresAt: z.int().nullable() }),
  z.strictObject({ kind: z.literal('made-default') }),
  z.strictObject({ kind: z.literal('disabled') }),
  z.strictObject({ kind: z.literal('enabled') }),
  z.strictObject({ kind: z.literal('made-read-only') }),
  z.strictObject({ kind: z.literal('made-writable') }),
  /** Seen for the first time that its expiration has passed. */
  z.strictObject({ kind: z.literal('expired') }),
  z.strictObject({ kind: z.literal('origin-added'), origin: z.string() }),
  z.strictObject({ kind: z.literal('origin-removed'), origin: z.string() }),
  z.strictObject({ kind: z.literal('deleted') }),
  z.strictObject({ kind: z.literal('revoked'), reason: revocationReasonSchema }),
  /** A scan found the value in files. Where they lie is not kept. */
  z.strictObject({ kind: z.literal('exposed-found'), files: z.int(), places: z.int() }),
  z.strictObject({
    kind: z.literal('exported'),
    what: z.enum(['activity', 'team-keys', 'keys', 'keys-with-values']),
    format: z.enum(['csv', 'json']),
  }),
  z.strictObject({ kind: z.literal('imported'), ...importSchema.shape }),
  z.strictObject({ kind: z.literal('import-undone'), ...importSchema.shape }),
]);
export type ActivityEvent = z.infer<typeof activityEventSchema>;
export type ActivityKind = ActivityEvent['kind'];

/** What the kinds are filtered by. */
export const activityGroupSchema = z.enum(['life', 'sent', 'withheld', 'shown', 'settings']);
export type ActivityGroup = z.infer<typeof activityGroupSchema>;

const groupOfKind = {
  generated: 'life',
  added: 'life',
  regenerated: 'life',
  replaced: 'life',
  exposed: 'life',
  'grace-ended': 'life',
  'old-key-forgotten': 'life',
  expired: 'life',
  deleted: 'life',
  revoked: 'life',
  sent: 'sent',
  withheld: 'withheld',
  revealed: 'shown',
  copied: 'shown',
  exported: 'shown',
  'exposed-found': 'shown',
  imported: 'life',
  'import-undone': 'life',
  renamed: 'settings',
  'expiration-set': 'settings',
  'made-default': 'settings',
  disabled: 'settings',
  enabled: 'settings',
  'made-read-only': 'settings',
  'made-writable': 'settings',
  'origin-added': 'settings',
  'origin-removed': 'settings',
} as const satisfies Record<ActivityKind, ActivityGroup>;

/** Every kind, in no order. */
export const activityKinds = Object.keys(groupOfKind) as readonly ActivityKind[]; // the table's own keys

export function kindsOfGroup(group: ActivityGroup): readonly ActivityKind[] {
  return activityKinds.filter((kind) => groupOfKind[kind] === group);
}

export const activityEntrySchema = z.strictObject({
  /** Counts up in the order of writing. */
  id: z.int(),
  /** Epoch milliseconds. */
  at: z.int(),
  /** `null` when it happened to all keys. */
  apiKeyId: z.string().nullable(),
  /** As it was then: the entry outlives a rename and the key. Empty when it happened to all keys. */
  apiKeyName: z.string(),
  /** How many more keys the same was done to at once. The key is the first of them that was asked for. */
  others: z.int(),
  event: activityEventSchema,
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

/** Which entries are asked for; `null` leaves one open. */
export const activityFilterSchema = z.strictObject({
  apiKeyId: apiKeyIdSchema.nullable(),
  group: activityGroupSchema.nullable(),
  /** Epoch milliseconds, inclusive. */
  since: z.int().nullable(),
  /** Every word must stand in the key's name, the event's title or its details. */
  search: z.string().max(200),
});
export type ActivityFilter = z.infer<typeof activityFilterSchema>;
