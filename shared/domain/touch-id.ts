import { z } from 'zod';

/** Touch ID, which may be asked before the keychain gives the master key. */
export const touchIdStateSchema = z.strictObject({
  /** Whether a finger can be read now. */
  canAsk: z.boolean(),
  /** Whether the person chose it, on a system that has it. */
  isOn: z.boolean(),
});
export type TouchIdState = z.infer<typeof touchIdStateSchema>;
