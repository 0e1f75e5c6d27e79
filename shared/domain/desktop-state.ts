import { z } from 'zod';
import { globalShortcutSchema } from './accelerator.ts';

/** How Keyfob is with the desktop that it runs on. */
export const desktopStateSchema = z.strictObject({
  /** As the system has it: the person may have changed it in the system's own settings. */
  opensAtLogin: z.boolean(),
  quickCopy: z.strictObject({
    isOn: z.boolean(),
    shortcut: globalShortcutSchema,
    /** Another program had the shortcut when Keyfob started. */
    isTaken: z.boolean(),
    /** On Wayland programs cannot take keys: the desktop asks the person, or gives none. */
    asksDesktop: z.boolean(),
  }),
});
export type DesktopState = z.infer<typeof desktopStateSchema>;
