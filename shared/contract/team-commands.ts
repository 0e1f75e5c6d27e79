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
  teamKeyPageSchema,
  teamKeySchema,
  teamKeySortSchema,
  teamKeysShownSchema,
  teamMemberSchema,
  teamSelectionSchema,
} from '../domain/team.ts';

const nothing = z.strictObject({});

/** What the window shows, so that the answer brings it as it is afterwards: no second question is on the way to what a person sees. */
const show = teamKeyPageSchema.nullable().default(null);
const shown = teamKeysShownSchema.nullable();

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
  'team.listKeys': { input: teamKeyPageSchema, output: teamKeysShownSchema },
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
    input: z.strictObject({ keys: teamKeyChoiceSchema, isDisabled: z.boolean(), show }),
    output: z.strictObject({ changed: z.int(), shown }),
  },
  'team.revoke': {
    input: z.strictObject({
      keys: teamKeyChoiceSchema,
      reason: revokeChoiceSchema,
      /** Whether the access keys that programs made with them end too. */
      deletesMade: z.boolean().default(false),
      show,
    }),
    output: z.strictObject({ revoked: z.int(), shown }),
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
