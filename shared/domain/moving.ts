import { z } from 'zod';
import { maskSchema } from './api-key.ts';

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
  outcome: z.enum(['new', 'here', 'deleted-here', 'without-value', 'without-service']),
});
export type RestoredKey = z.infer<typeof restoredKeySchema>;
