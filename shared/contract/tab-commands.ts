import { z } from 'zod';
import { MAX_OPEN_TABS, openTabSchema, tabKeySchema } from '../domain/open-tab.ts';

/** The open requests and what was typed into them, kept over a restart. */
export const tabCommands = {
  'tabs.load': {
    input: z.strictObject({}),
    output: z.strictObject({
      tabs: z.array(openTabSchema).readonly(),
      activeKey: tabKeySchema.nullable(),
      /** How many more there are that do not open now. They are kept. */
      unopened: z.int(),
    }),
  },
  /** The tabs that there are, in order; the others are forgotten. `changed`: one that is new or not as it was kept last. */
  'tabs.keep': {
    input: z.strictObject({
      order: z.array(tabKeySchema).max(MAX_OPEN_TABS),
      activeKey: tabKeySchema,
      changed: openTabSchema.nullable(),
    }),
    output: z.strictObject({}),
  },
} as const;
