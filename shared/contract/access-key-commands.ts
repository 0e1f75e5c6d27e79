import { z } from 'zod';
import {
  accessKeyIdSchema,
  accessKeyListSchema,
  accessKeySchema,
  collectionUidSchema,
  sharedCollectionSchema,
} from '../domain/access-key.ts';
import { apiKeyIdSchema } from '../domain/api-key.ts';
import { serviceIdSchema } from '../domain/service.ts';

const nothing = z.strictObject({});
const ofService = z.strictObject({ serviceId: serviceIdSchema });
const oneKey = z.strictObject({ id: accessKeyIdSchema });

/** Collection access keys: of the Local API, and of the Postman services whose keys Keyfob has. */
export const accessKeyCommands = {
  /** What is known now: the Local API's keys, or what was loaded last from Postman. Asks nobody. */
  'accessKeys.list': { input: ofService, output: accessKeyListSchema },
  /** Asks the service for all of its keys; `accessKeys.progressed` tells how far it is. */
  'accessKeys.load': { input: ofService, output: accessKeyListSchema },
  'accessKeys.cancelLoad': { input: ofService, output: nothing },
  /** The collections of the Local API's workspace. */
  'accessKeys.listCollections': { input: nothing, output: z.array(sharedCollectionSchema) },
  /** A new read-only key to one collection of the Local API. */
  'accessKeys.share': {
    input: z.strictObject({ collectionUid: collectionUidSchema }),
    output: accessKeySchema,
  },
  /** The value of a key that was made just now, alone and in its complete URL: once, then `already-revealed`. */
  'accessKeys.reveal': {
    input: oneKey,
    output: z.strictObject({ secret: z.string(), secretUrl: z.string() }),
  },
  /** Copies that URL, while its dialog is open. */
  'accessKeys.copyUrl': { input: oneKey, output: z.strictObject({ clearsAt: z.int() }) },
  /** The dialog was closed: the URL leaves memory. */
  'accessKeys.forget': { input: oneKey, output: nothing },
  /** Those that programs made with this API key by way of the Local API, and that still work. */
  'accessKeys.listMadeWith': {
    input: z.strictObject({ apiKeyId: apiKeyIdSchema }),
    output: z.array(accessKeySchema),
  },
  /** Deletes them: all or none. */
  'accessKeys.deleteMadeWith': {
    input: z.strictObject({ apiKeyId: apiKeyIdSchema }),
    output: z.strictObject({ deleted: z.int() }),
  },
  'accessKeys.delete': {
    input: z.strictObject({ serviceId: serviceIdSchema, id: accessKeyIdSchema }),
    output: nothing,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const accessKeyEvents = {
  'accessKeys.changed': nothing,
  'accessKeys.progressed': z.strictObject({
    serviceId: serviceIdSchema,
    phase: z.enum(['keys', 'collections', 'people']),
    /** How many of them have come so far. */
    count: z.int(),
    /** Until when the service’s limits make it wait, in epoch milliseconds. */
    waitingUntil: z.int().nullable(),
  }),
} as const satisfies Record<string, z.ZodType>;
