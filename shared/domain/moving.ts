import { z } from 'zod';
import { maskSchema } from './api-key.ts';
import { keyPoliciesSchema } from './key-policy.ts';

/** A service of an export, and what restoring does with it. `removed`: it was removed here, and stays so. */
export const restoredServiceSchema = z.strictObject({
  name: z.string(),
  origins: z.array(z.string()).readonly(),
  outcome: z.enum(['new', 'here', 'removed']),
});
export type RestoredService = z.infer<typeof restoredServiceSchema>;

/** A key of an export, and what restoring does with it. Only a `new` one is added; what is here stays as it is. */
export const restoredKeySchema = z.strictObject({
  name: z.string(),
  mask: maskSchema,
  serviceName: z.string(),
  /** Where it may go beside the origins of its service. */
  extraOrigins: z.array(z.string()).readonly(),
  outcome: z.enum(['new', 'here', 'deleted-here', 'without-value', 'without-service']),
});
export type RestoredKey = z.infer<typeof restoredKeySchema>;

/** A secret variable of an export. `is-key`: its value is an API key, which no variable keeps. */
export const restoredVariableSchema = z.strictObject({
  name: z.string(),
  environmentName: z.string().nullable(),
  origins: z.array(z.string()).readonly(),
  outcome: z.enum(['new', 'here', 'without-value', 'is-key']),
});
export type RestoredVariable = z.infer<typeof restoredVariableSchema>;

/** A profile of an export. `without-keys`: none of its keys is here or comes. */
export const restoredProfileSchema = z.strictObject({
  name: z.string(),
  outcome: z.enum(['new', 'here', 'without-keys', 'too-many']),
});
export type RestoredProfile = z.infer<typeof restoredProfileSchema>;

/**
 * The policies of an export; `null` when they say nothing. `here`: whatever they say is said here, or would loosen what is.
 * `would-end-keys`: they would end keys that are here at once, and are left out.
 */
export const restoredPoliciesSchema = z
  .strictObject({ outcome: z.enum(['new', 'here', 'would-end-keys']), policies: keyPoliciesSchema })
  .nullable();
export type RestoredPolicies = z.infer<typeof restoredPoliciesSchema>;

/** What restoring an export would do. */
export const restorePreviewSchema = z.strictObject({
  services: z.array(restoredServiceSchema).readonly(),
  keys: z.array(restoredKeySchema).readonly(),
  variables: z.array(restoredVariableSchema).readonly(),
  profiles: z.array(restoredProfileSchema).readonly(),
  policies: restoredPoliciesSchema,
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

/** What was added. */
export const restoredSchema = z.strictObject({
  services: z.int(),
  keys: z.int(),
  variables: z.int(),
  profiles: z.int(),
  hasPolicies: z.boolean(),
});
export type Restored = z.infer<typeof restoredSchema>;

/** How many values of how many were opened or sealed. */
export const movingProgressSchema = z.strictObject({ done: z.int(), total: z.int() });
export type MovingProgress = z.infer<typeof movingProgressSchema>;
