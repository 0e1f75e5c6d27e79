import { z } from 'zod';
import { apiKeyIdSchema, apiKeyNameSchema } from '../domain/api-key.ts';
import { expiryChoiceSchema } from '../domain/expiry.ts';
import {
  foundKeySchema,
  memberDraftSchema,
  memberIdSchema,
  revokeChoiceSchema,
  teamKeyChoiceSchema,
  teamKeyFilterSchema,
  teamKeySchema,
  teamKeySortSchema,
  teamMemberSchema,
  teamSelectionSchema,
} from '../domain/team.ts';

const nothing = z.strictObject({});

/** The admins' dashboard: members and the keys of all of them. */
export const teamCommands = {
  'team.listMembers': { input: nothing, output: z.array(teamMemberSchema) },
  'team.addMember': { input: memberDraftSchema, output: teamMemberSchema },
  'team.updateMember': {
    input: z.strictObject({ id: memberIdSchema, draft: memberDraftSchema }),
    output: teamMemberSchema,
  },
  'team.removeMember': { input: z.strictObject({ id: memberIdSchema }), output: nothing },

  /** One page of the keys that match, and how many match. */
  'team.listKeys': {
    input: z.strictObject({
      filter: teamKeyFilterSchema,
      sort: teamKeySortSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int(),
      /** How many of them are not revoked, and when that was: what “select all” selects. */
      live: z.int(),
      asOf: z.int(),
      keys: z.array(teamKeySchema),
    }),
  },
  /** Looks for the key whose value is on the clipboard. The main process reads it; the value is kept nowhere. */
  'team.findPasted': { input: nothing, output: foundKeySchema },

  /** Issues a key of the Local API to a member. Another member's key is revealed once and not kept. */
  'team.issueKey': {
    input: z.strictObject({ memberId: memberIdSchema, name: apiKeyNameSchema, expiry: expiryChoiceSchema }),
    output: teamKeySchema,
  },
  /** The reveal of an issued key was closed: its value leaves memory, so that `keys.copy` no longer finds it. */
  'team.endHandover': { input: z.strictObject({ id: apiKeyIdSchema }), output: nothing },

  'team.describeSelection': {
    input: z.strictObject({ keys: teamKeyChoiceSchema }),
    output: teamSelectionSchema,
  },
  'team.setDisabled': {
    input: z.strictObject({ keys: teamKeyChoiceSchema, isDisabled: z.boolean() }),
    output: z.strictObject({ changed: z.int() }),
  },
  'team.revoke': {
    input: z.strictObject({ keys: teamKeyChoiceSchema, reason: revokeChoiceSchema }),
    output: z.strictObject({ revoked: z.int() }),
  },
  /** Asks where, and writes the keys that match as CSV (RFC 4180). */
  'team.exportCsv': {
    input: z.strictObject({ filter: teamKeyFilterSchema, sort: teamKeySortSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), rows: z.int() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
} as const;
