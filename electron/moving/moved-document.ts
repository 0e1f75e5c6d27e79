import { z } from 'zod';
import { apiKeyIdSchema, apiKeyNameSchema } from '../../shared/domain/api-key.ts';
import { keyPoliciesSchema } from '../../shared/domain/key-policy.ts';
import { bindableOriginSchema } from '../../shared/domain/origin.ts';
import { profileIdSchema, profileNameSchema } from '../../shared/domain/profile.ts';
import { serviceDraftSchema, serviceIdSchema } from '../../shared/domain/service.ts';

const MOST_KEYS = 100_000;
const MOST_SERVICES = 10_000;
const MOST_VARIABLES = 100_000;
const MOST_PROFILES = 50;
const MOST_ORIGINS = 20;
const LONGEST_SECRET = 8_192;
const LONGEST_VARIABLE = 100_000;

const instantSchema = z.int().min(0).max(8_640_000_000_000_000);
const originsSchema = z.array(bindableOriginSchema);

const movedKeySchema = z.strictObject({
  id: apiKeyIdSchema,
  serviceId: serviceIdSchema,
  name: apiKeyNameSchema,
  mask: z.string().max(40),
  createdAt: instantSchema,
  /** The expiration of its own; `null` for never. */
  expiresAt: instantSchema.nullable(),
  hasExpired: z.boolean(),
  isDisabled: z.boolean(),
  isReadOnly: z.boolean(),
  isIssuedHere: z.boolean(),
  isDefault: z.boolean().default(false),
  /** Where it may go beside the origins of its service. */
  extraOrigins: originsSchema.max(MOST_ORIGINS).default([]),
  /** `null` where values were left out, or where this one did not open. */
  secret: z.string().min(1).max(LONGEST_SECRET).nullable(),
});
export type MovedKey = z.infer<typeof movedKeySchema>;

const movedServiceSchema = serviceDraftSchema.extend({ id: serviceIdSchema });
export type MovedService = z.infer<typeof movedServiceSchema>;

/** A secret variable of an environment, which is found by the id that stands in its file. */
const movedVariableSchema = z.strictObject({
  environmentId: z.string().min(1).max(300),
  /** As it is called where it was exported; `null` where its file was not there. */
  environmentName: z.string().max(1_000).nullable(),
  name: z.string().min(1).max(4_000),
  origins: originsSchema.max(MOST_ORIGINS),
  secret: z.string().min(1).max(LONGEST_VARIABLE).nullable(),
});
export type MovedVariable = z.infer<typeof movedVariableSchema>;

const movedProfileSchema = z.strictObject({
  id: profileIdSchema,
  name: profileNameSchema,
  defaults: z.array(z.strictObject({ serviceId: serviceIdSchema, apiKeyId: apiKeyIdSchema })).max(100),
});
export type MovedProfile = z.infer<typeof movedProfileSchema>;

/**
 * Everything that an export carries. Times are epoch milliseconds. What has a default here was not in the files of version 1.
 */
export const movedDocumentSchema = z.strictObject({
  services: z.array(movedServiceSchema).max(MOST_SERVICES),
  keys: z.array(movedKeySchema).max(MOST_KEYS),
  variables: z.array(movedVariableSchema).max(MOST_VARIABLES).default([]),
  policies: keyPoliciesSchema.nullable().default(null),
  profiles: z.array(movedProfileSchema).max(MOST_PROFILES).default([]),
});
export type MovedDocument = z.infer<typeof movedDocumentSchema>;

/** Whether any value is in it. */
export function holdsValues({ keys, variables }: MovedDocument): boolean {
  return [...keys, ...variables].some(({ secret }) => secret !== null);
}

/** The same without any value, and so without what a value must come with. */
export function withoutValues(document: MovedDocument): MovedDocument {
  return {
    ...document,
    keys: document.keys.map((key) => ({ ...key, secret: null })),
    variables: document.variables.map((variable) => ({ ...variable, secret: null })),
  };
}
