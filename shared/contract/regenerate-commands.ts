import { z } from 'zod';
import { apiKeyIdSchema, apiKeySchema } from '../domain/api-key.ts';
import { graceChoiceSchema } from '../domain/expiry.ts';
import { keyExposureSchema } from '../domain/key-exposure.ts';

const keyId = z.strictObject({ id: apiKeyIdSchema });

/** A key's value and the one before it. */
export const regenerateCommands = {
  'keys.regenerate': {
    input: z.strictObject({ id: apiKeyIdSchema, grace: graceChoiceSchema }),
    output: apiKeySchema,
  },
  /** The present value was seen by others: it ends at once, and a new one waits for its reveal. */
  'keys.regenerateExposed': { input: keyId, output: apiKeySchema },
  /** Puts the staged paste in the place of a key's value, for a service that issues its keys itself. */
  'keys.swapStaged': {
    input: z.strictObject({
      id: apiKeyIdSchema,
      token: z.string().max(80),
      reason: z.enum(['routine', 'exposed']),
    }),
    output: apiKeySchema,
  },
  /** The old value stops working at the Local API now. */
  'keys.endGrace': { input: keyId, output: apiKeySchema },
  /** The old value is gone at its service, so the sealed copy goes too. */
  'keys.forgetOld': { input: keyId, output: apiKeySchema },
  /** Where the present value went, as far as Keyfob knows. */
  'keys.getExposure': { input: keyId, output: keyExposureSchema },
} as const;
