import { z } from 'zod';
import { maskSchema } from './api-key.ts';
import { appErrorSchema } from './app-error.ts';
import { DAY_MS } from './expiry.ts';
import { serviceIdSchema } from './service.ts';

/** How long a collection access key lives after its last use, or after it was made: a sliding end, as Postman's. */
export const ACCESS_KEY_LIFETIME_MS = 60 * DAY_MS;

export const accessKeyIdSchema = z.string().min(1).max(200);
export const collectionUidSchema = z.string().min(1).max(200);

/** `other`: a state that Postman may have and Keyfob does not know. */
export const accessKeyStatusSchema = z.enum(['active', 'inactive', 'other']);
export type AccessKeyStatus = z.infer<typeof accessKeyStatusSchema>;

/**
 * A read-only key to one collection, without its value. Times are epoch milliseconds; `null` where the service does not
 * say, and for `lastUsedAt` also where it was never used.
 */
export const accessKeySchema = z.strictObject({
  id: accessKeyIdSchema,
  serviceId: serviceIdSchema,
  mask: maskSchema,
  collectionUid: z.string(),
  /** `null` when the collection is gone, or its name could not be had. */
  collectionName: z.string().nullable(),
  /** `null` when the person is unknown. */
  creatorName: z.string().nullable(),
  /** Whether the person whose API key asked made it; `null` when it cannot be told. */
  isOwn: z.boolean().nullable(),
  createdAt: z.int().nullable(),
  lastUsedAt: z.int().nullable(),
  expiresAt: z.int().nullable(),
  status: accessKeyStatusSchema,
});
export type AccessKey = z.infer<typeof accessKeySchema>;

/** What can be shared. */
export const sharedCollectionSchema = z.strictObject({ uid: collectionUidSchema, name: z.string() });
export type SharedCollection = z.infer<typeof sharedCollectionSchema>;

/** The access keys of a service, as far as they are known. */
export const accessKeyListSchema = z.strictObject({
  keys: z.array(accessKeySchema).readonly(),
  /** When they were asked for, in epoch milliseconds; `null` when they were not yet. */
  loadedAt: z.int().nullable(),
  isLoading: z.boolean(),
  /** Why names are missing. */
  namesError: appErrorSchema.nullable(),
});
export type AccessKeyList = z.infer<typeof accessKeyListSchema>;
