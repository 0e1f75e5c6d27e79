import { z } from 'zod';
import { globalShortcutSchema } from '../domain/accelerator.ts';
import { apiKeyIdSchema } from '../domain/api-key.ts';
import { desktopStateSchema } from '../domain/desktop-state.ts';

const nothing = z.strictObject({});

export const desktopCommands = {
  'desktop.getState': { input: nothing, output: desktopStateSchema },
  /** `login-item-refused`. */
  'desktop.setOpenAtLogin': { input: z.strictObject({ isOn: z.boolean() }), output: desktopStateSchema },
  /** `shortcut-taken`: everything stays as it was. */
  'desktop.setQuickCopy': {
    input: z.strictObject({ isOn: z.boolean(), shortcut: globalShortcutSchema }),
    output: desktopStateSchema,
  },

  /** The three of the quick-copy palette's own window. Copies as the tray does, and closes it. */
  'quickCopy.copy': { input: z.strictObject({ id: apiKeyIdSchema }), output: nothing },
  'quickCopy.close': { input: nothing, output: nothing },
  /** Closes it, and shows Keyfob's window: there it can be unlocked. */
  'quickCopy.openKeyfob': { input: nothing, output: nothing },
} as const;

export const desktopEvents = {
  'desktop.changed': nothing,
  /** The palette is shown anew: what was typed the last time goes. */
  'quickCopy.opened': nothing,
} as const;
