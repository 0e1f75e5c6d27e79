import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';

export const LOCAL_API_PORT = 5362;

/** Where the document about the Local API's routes is, after its address. */
export const OPENAPI_PATH = '/keyfob/v1/openapi.json';

export const portRefusalSchema = z.enum(['in-use', 'not-permitted']);
export type PortRefusal = z.infer<typeof portRefusalSchema>;

export const localApiStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({
    kind: z.literal('running'),
    url: z.string(),
    port: z.int(),
    /** The port that was tried first; 0: any free one was asked for. */
    preferredPort: z.int(),
    /** Why it is another port; `null` when it is the preferred one. */
    preferredPortRefusal: portRefusalSchema.nullable(),
    startedAt: z.int(),
    requestsServed: z.int(),
  }),
  z.strictObject({ kind: z.literal('failed'), error: appErrorSchema }),
]);
export type LocalApiState = z.infer<typeof localApiStateSchema>;
