import { z } from 'zod';

const text = z.string().optional();
const number = z.number().optional();

/**
 * A text that was made for its occasion, as it crosses the bridge: its name in the catalogue and what stands in it, so that the window
 * says it in its own language. Never a secret: what stands here stands in the message too, or chooses among texts.
 */
export const toldSchema = z.strictObject({
  name: z.string().max(60),
  values: z.strictObject({
    ...{ because: text, header: text, item: number, known: text, least: text, mark: text, method: text },
    ...{
      most: text,
      name: text,
      names: text,
      origin: text,
      protocol: text,
      proxy: text,
      reason: text,
      rule: text,
    },
    ...{ said: text, service: text, count: number, days: number, depth: number, endsAt: number },
    ...{ limit: number, line: number, ratio: number, reply: number, seconds: number, status: number },
    ...{ folder: text, type: text, version: number },
    /** These choose among texts: an error's code, a rule's kind and whose it is, a place, why the vault is not open, whether a backup is at hand. */
    ...{ code: text, kind: text, whose: text, place: text },
    ...{ state: text, hasBackup: text },
  }),
});
export type Told = z.infer<typeof toldSchema>;
export type ToldValues = Told['values'];

/** What main says beside errors: in English, and by its name for the window's language. */
export const wordedSchema = z.strictObject({
  message: z.string(),
  remedy: z.string(),
  told: toldSchema.optional(),
});
export type Worded = z.infer<typeof wordedSchema>;
