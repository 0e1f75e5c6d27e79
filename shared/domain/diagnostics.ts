import { z } from 'zod';
import { ledgerStateSchema } from './ledger-state.ts';
import { vaultStateSchema } from './vault-state.ts';

/** What became of the list of keys that must never work again, which lies beside the ledger. */
const deadKeyListSchema = z.strictObject({
  /** Whether the disk took all that ended. */
  isWritten: z.boolean(),
  /** When one that was changed or damaged was last set aside, in epoch milliseconds, while it lies there. */
  setAsideAt: z.int().nullable(),
});
export type DeadKeyListState = z.infer<typeof deadKeyListSchema>;

/** What helps to understand a fault. No name, value or origin of anything that the person made is in it. */
export const diagnosticsSchema = z.strictObject({
  versions: z.strictObject({
    keyfob: z.string(),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    sqlite: z.string(),
  }),
  /** Such as `linux x64 6.1.0`. */
  system: z.string(),
  folder: z.strictObject({
    /** The home folder in it is `~`. */
    path: z.string(),
    /** Whether Keyfob was started with a folder of its own, whose name may tell something. */
    isChosen: z.boolean(),
  }),
  ledger: z.strictObject({
    kind: ledgerStateSchema.options[0].shape.kind.or(ledgerStateSchema.options[1].shape.reason),
    /** In bytes, with what SQLite has yet to write into the file. */
    size: z.int(),
  }),
  vault: z.strictObject({
    kind: z.enum(vaultStateSchema.options.map(({ shape }) => shape.kind.value)),
    /** Its holder, or why it has none. */
    detail: z.string().nullable(),
  }),
  deadKeys: deadKeyListSchema,
  /** When each was taken, in epoch milliseconds, newest first. */
  backups: z.array(z.int()),
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;

export const integritySchema = z.strictObject({
  /** Epoch milliseconds. */
  checkedAt: z.int(),
  ledger: z.enum(['whole', 'damaged', 'closed']),
  /** The sealed values. `unopened`: those that the master key does not open. `null` while there is no master key in memory. */
  values: z.strictObject({ total: z.int(), unopened: z.int() }).nullable(),
  backups: z.strictObject({ total: z.int(), damaged: z.int() }),
  isDeadKeyListWhole: z.boolean(),
});
export type Integrity = z.infer<typeof integritySchema>;

/** How many parts of how many were checked. */
export const checkProgressSchema = z.strictObject({ done: z.int(), total: z.int() });
export type CheckProgress = z.infer<typeof checkProgressSchema>;

/** A text to be pasted in public: in English, whatever is spoken, and without a folder that the person named. */
export function diagnosticsReport(facts: Diagnostics, integrity: Integrity | null): string {
  const { versions, system, folder, ledger, vault, backups, deadKeys } = facts;
  const newest = backups[0];
  return [
    `Keyfob ${versions.keyfob}`,
    `Electron ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}, SQLite ${versions.sqlite}`,
    `System: ${system}`,
    `Folder: ${folder.isChosen ? 'chosen at start' : folder.path}`,
    `Ledger: ${ledger.kind}, ${String(ledger.size)} bytes`,
    `Vault: ${vault.kind}${vault.detail === null ? '' : ` (${vault.detail})`}`,
    `Backups: ${String(backups.length)}${newest === undefined ? '' : `, newest ${new Date(newest).toISOString()}`}`,
    `List of dead keys: ${deadKeyLine(deadKeys)}`,
    integrity === null ? 'Integrity: not checked' : integrityLine(integrity),
  ].join('\n');
}

function deadKeyLine({ isWritten, setAsideAt }: DeadKeyListState): string {
  const written = isWritten ? 'written' : 'not written';
  return setAsideAt === null
    ? written
    : `${written}, a damaged one set aside ${new Date(setAsideAt).toISOString()}`;
}

function integrityLine({ checkedAt, ledger, values, backups, isDeadKeyListWhole }: Integrity): string {
  const opened =
    values === null
      ? 'sealed values not opened'
      : `${String(values.unopened)} of ${String(values.total)} sealed values do not open`;
  const damaged = `${String(backups.damaged)} of ${String(backups.total)} backups damaged`;
  const list = `list of dead keys ${isDeadKeyListWhole ? 'whole' : 'damaged'}`;
  return `Integrity at ${new Date(checkedAt).toISOString()}: ledger ${ledger}, ${opened}, ${damaged}, ${list}`;
}
