import { z } from 'zod';

/** Where a key's present value went, as far as Keyfob knows. Times are epoch milliseconds. */
export const keyExposureSchema = z.strictObject({
  /** From when on this counts: when the value was made. */
  since: z.int(),
  /** Where it was sent, last ones first; at most 50. */
  origins: z.array(z.strictObject({ origin: z.string(), count: z.int(), lastAt: z.int() })),
  copies: z.strictObject({ count: z.int(), lastAt: z.int().nullable() }),
  reveals: z.strictObject({ count: z.int(), lastAt: z.int().nullable() }),
});
export type KeyExposure = z.infer<typeof keyExposureSchema>;
