import { z } from 'zod';
import { touchIdStateSchema } from '../domain/touch-id.ts';
import { passphraseSchema, vaultStateSchema } from '../domain/vault-state.ts';

const nothing = z.strictObject({});

/** The vault: who holds the master key, and whether Keyfob is locked. */
export const vaultCommands = {
  /** Tries the keychain again. What is locked stays locked. */
  'vault.retry': { input: nothing, output: vaultStateSchema },
  /** Keeps the master key in memory until Keyfob quits: what is generated then is gone after that. */
  'vault.useMemory': { input: nothing, output: vaultStateSchema },
  /** `lock-needs-holder` where the master key is in memory only. */
  'vault.lock': { input: nothing, output: vaultStateSchema },
  /** `passphrase`: `null` where the keychain is the holder. `passphrase-wrong`, `passphrase-wait`, `touch-id-refused`, `vault-unreadable`. */
  'vault.unlock': {
    input: z.strictObject({ passphrase: passphraseSchema.nullable() }),
    output: vaultStateSchema,
  },
  /** Moves the master key from where it is, or begins with one. `passphrase-too-short`. */
  'vault.usePassphrase': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: vaultStateSchema,
  },
  'vault.changePassphrase': {
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: vaultStateSchema,
  },
  /** Moves the master key to the keychain. `keychain-refused`, `keychain-holds-another`. */
  'vault.useKeychain': { input: nothing, output: vaultStateSchema },
  'vault.getTouchId': { input: nothing, output: touchIdStateSchema },
  /** Asks for the finger first, whichever way. `touch-id-needs-keychain`, `touch-id-refused`. */
  'vault.setTouchId': { input: z.strictObject({ isOn: z.boolean() }), output: touchIdStateSchema },
  /** Asks where to, writes the kit, reads it back and opens it before it says that it is saved. */
  'vault.saveRecoveryKit': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('saved'), fileName: z.string() }),
    ]),
  },
  /** Asks for the file. `recovery-kit-invalid`, `recovery-kit-other`, `passphrase-wrong`, `passphrase-wait`. */
  'vault.openRecoveryKit': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('opened'), vault: vaultStateSchema }),
    ]),
  },
} as const;

export const vaultEvents = {
  'vault.changed': vaultStateSchema,
  /** Whether Touch ID is asked. */
  'touchId.changed': nothing,
} as const;
