import { z } from 'zod';
import { requestDraftSchema } from './http-request.ts';
import { serviceIdSchema } from './service.ts';

/** The built-in "Postman API" collection. */
export const BUILT_IN_COLLECTION_ID = 'postman-api';

export const savedRequestSchema = z.strictObject({
  id: z.string(),
  description: z.string(),
  draft: requestDraftSchema,
});
export type SavedRequest = z.infer<typeof savedRequestSchema>;

export const collectionFolderSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  requests: z.array(savedRequestSchema).readonly(),
});

export const collectionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isBuiltIn: z.boolean(),
  /** The service whose base URL `{{baseUrl}}` stands for, and whose default key signs its requests. */
  serviceId: serviceIdSchema,
  folders: z.array(collectionFolderSchema).readonly(),
});
export type Collection = z.infer<typeof collectionSchema>;
