import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';

export const LOCAL_API_PORT = 5362;

export const localApiStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({
    kind: z.literal('running'),
    url: z.string(),
    port: z.int(),
    startedAt: z.int(),
    requestsServed: z.int(),
  }),
  z.strictObject({ kind: z.literal('failed'), error: appErrorSchema }),
]);
export type LocalApiState = z.infer<typeof localApiStateSchema>;
