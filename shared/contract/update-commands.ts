import { z } from 'zod';
import { updateStateSchema } from '../domain/update-state.ts';

const nothing = z.strictObject({});

/** Newer versions of Keyfob. No host is contacted before the person agreed. */
export const updateCommands = {
  'updates.getState': { input: nothing, output: updateStateSchema },
  /** Agreeing looks at once; no longer agreeing ends a download and installs nothing. */
  'updates.setEnabled': { input: z.strictObject({ isEnabled: z.boolean() }), output: updateStateSchema },
  'updates.check': { input: nothing, output: updateStateSchema },
  /** Answers when it is begun; `updates.changed` tells how far it is. */
  'updates.download': { input: nothing, output: updateStateSchema },
  'updates.cancel': { input: nothing, output: updateStateSchema },
  /** Quits as ever, installs what was downloaded, and starts again. */
  'updates.restart': { input: nothing, output: nothing },
} as const;

export const updateEvents = { 'updates.changed': updateStateSchema } as const;
