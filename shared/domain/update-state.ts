import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';

export const MAX_NOTES_LENGTH = 4_000;

/** A version that is newer than the one that runs. `notes` is plain text, whatever its host wrote. */
export const updateSchema = z.strictObject({
  version: z.string().max(40),
  notes: z.string().max(MAX_NOTES_LENGTH),
});
export type Update = z.infer<typeof updateSchema>;

export const updateStateSchema = z.discriminatedUnion('kind', [
  /** `self-built`: nobody publishes updates for this copy. `by-hand`: it was unpacked from an archive, which cannot replace itself. */
  z.strictObject({ kind: z.literal('unavailable'), reason: z.enum(['self-built', 'by-hand']) }),
  /** No host is asked until the person agrees. */
  z.strictObject({ kind: z.literal('off') }),
  /** `checkedAt`: when this version was the newest, in epoch milliseconds; `null` before the first answer since the start. */
  z.strictObject({ kind: z.literal('idle'), checkedAt: z.int().nullable() }),
  z.strictObject({ kind: z.literal('checking') }),
  z.strictObject({ kind: z.literal('available'), update: updateSchema }),
  z.strictObject({
    kind: z.literal('downloading'),
    update: updateSchema,
    percent: z.int().min(0).max(100),
  }),
  /** On the disk, checked; it is installed when Keyfob quits. */
  z.strictObject({ kind: z.literal('ready'), update: updateSchema }),
  /** `update`: what is known and was not downloaded; `null` when nothing is known. */
  z.strictObject({ kind: z.literal('failed'), error: appErrorSchema, update: updateSchema.nullable() }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

const VERSION = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/;

/** Whether a released version is above another one. Never for what is no plain version: a copy goes forward only. */
export function isNewerVersion(version: string, than: string): boolean {
  const [parts, base] = [numbersOf(version), numbersOf(than)];
  if (parts === null || base === null) return false;
  const differing = parts.findIndex((part, index) => part !== base[index]);
  return differing !== -1 && (parts[differing] ?? 0) > (base[differing] ?? 0);
}

function numbersOf(version: string): readonly number[] | null {
  const match = VERSION.exec(version);
  return match === null ? null : match.slice(1).map(Number);
}
