import { z } from 'zod';
import { policyDraftSchema, policyPreviewSchema, policyStateSchema } from '../domain/key-policy.ts';

/** The rules for all keys: the person's, and the team's, which overrides them. */
export const policyCommands = {
  'policy.get': { input: z.strictObject({}), output: policyStateSchema },
  /** Which keys this would end sooner than now, and when; nothing is saved. */
  'policy.preview': { input: z.strictObject({ draft: policyDraftSchema }), output: policyPreviewSchema },
  'policy.set': { input: z.strictObject({ draft: policyDraftSchema }), output: policyStateSchema },
} as const;
