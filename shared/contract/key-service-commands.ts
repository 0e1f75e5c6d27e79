import { z } from 'zod';
import { apiKeyIdSchema, apiKeySchema } from '../domain/api-key.ts';
import { stagedCheckSchema } from '../domain/key-verification.ts';
import { bindableOriginSchema } from '../domain/origin.ts';
import { profileDraftSchema, profileIdSchema, profileSchema } from '../domain/profile.ts';
import { serviceIdSchema } from '../domain/service.ts';

const nothing = z.strictObject({});
const keyId = z.strictObject({ id: apiKeyIdSchema });
const profileId = z.strictObject({ id: profileIdSchema });

/** Keys at their services: whether they are accepted, where else one may go, and which are the defaults together. */
export const keyServiceCommands = {
  /** Asks the service about a pasted key before it is kept. `service-refused-key`; `key-not-verified` when it could not be asked. */
  'keys.verifyStaged': {
    input: z.strictObject({ token: z.string().max(80), serviceId: serviceIdSchema }),
    output: stagedCheckSchema,
  },
  /** Asks the service about a kept key, and keeps the answer. It is a call as any other. */
  'keys.verify': { input: keyId, output: apiKeySchema },
  /** Lets this key go to one more origin, after the person agreed in a native dialog. */
  'keys.addOrigin': {
    input: z.strictObject({ id: apiKeyIdSchema, origin: bindableOriginSchema }),
    output: apiKeySchema,
  },
  'keys.removeOrigin': {
    input: z.strictObject({ id: apiKeyIdSchema, origin: z.string().max(300) }),
    output: apiKeySchema,
  },

  'profiles.list': { input: nothing, output: z.array(profileSchema) },
  'profiles.save': { input: profileDraftSchema, output: profileSchema },
  'profiles.delete': { input: profileId, output: nothing },
  /** Makes each key of the profile the default of its service, all or none. */
  'profiles.switch': { input: profileId, output: profileSchema },
} as const;
