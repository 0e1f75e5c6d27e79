import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { serviceIdSchema } from './service.ts';
import { fieldTexts } from '../texts/en/fields.ts';

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

export const profileIdSchema = z.string().min(1).max(80);

export const profileNameSchema = z
  .string()
  .trim()
  .transform((name) => name.normalize('NFC'))
  .refine((name) => name.length > 0, fieldTexts.profileNameMissing)
  .refine((name) => [...name].length <= 60, fieldTexts.atMost60)
  .refine((name) => !CONTROL_CHARACTERS.test(name) && name.isWellFormed(), fieldTexts.noBreaksOrBroken);

const profileDefaultSchema = z.strictObject({ serviceId: serviceIdSchema, apiKeyId: apiKeyIdSchema });

/** A named set of default keys, one a service: switching to it makes each the default of its service. */
export const profileSchema = z.strictObject({
  id: profileIdSchema,
  name: z.string(),
  defaults: z.array(profileDefaultSchema).readonly(),
  /** Whether its keys are the defaults now. Of several, the one that was switched to last. */
  isActive: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;

/** A profile as a person makes it. */
export const profileDraftSchema = z.strictObject({
  /** `null` for a new one. */
  id: profileIdSchema.nullable(),
  name: profileNameSchema,
  defaults: z.array(profileDefaultSchema).min(1, fieldTexts.profileEmpty).max(100),
});
export type ProfileDraft = z.infer<typeof profileDraftSchema>;
