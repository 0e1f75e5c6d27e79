import { z } from 'zod';
import { apiKeyIdSchema } from '../domain/api-key.ts';
import { serviceIdSchema } from '../domain/service.ts';
import { callCountsSchema, serviceUsageSchema, usageQuerySchema } from '../domain/usage.ts';

const nothing = z.strictObject({});

/** Limits and counted calls. */
export const usageCommands = {
  /** Every service that has keys or has told of limits. */
  'usage.getLimits': { input: nothing, output: z.array(serviceUsageSchema) },
  'usage.getCalls': { input: usageQuerySchema, output: callCountsSchema },
  /**
   * Asks the service about the key's account now (`GET /me`); it counts as a call. `apiKeyId: null` takes the service's default key.
   * Errors as a send's, and `no-default-key`.
   */
  'usage.refresh': {
    input: z.strictObject({ serviceId: serviceIdSchema, apiKeyId: apiKeyIdSchema.nullable() }),
    output: nothing,
  },
} as const;

export const usageEvents = {
  'usage.changed': nothing,
  /** A limit is nearly or wholly used up: what the notification said too. */
  'usage.warned': z.strictObject({ title: z.string(), body: z.string() }),
} as const;
