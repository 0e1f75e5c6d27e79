import { z } from 'zod';
import { itemIdSchema } from './collection.ts';

/** Of no collection more requests can be run. */
const MAX_IDS = 100_000;
const ids = z.array(itemIdSchema).max(MAX_IDS).readonly();

/** Which of a place's requests are run, and in which order. What comes into the collection later is run too. */
export const runSelectionSchema = z.strictObject({
  /** The ids of those that are not sent. */
  leftOut: ids,
  /** The ids of all, as they are sent; `null`: in the collection's order. */
  order: ids.nullable(),
});
export type RunSelection = z.infer<typeof runSelectionSchema>;

/** How many of its requests a run sends, where it does not send all. */
export const runShareSchema = z.strictObject({ requests: z.int(), of: z.int() });
export type RunShare = z.infer<typeof runShareSchema>;

/** The ids that are there, in the order that was chosen. One that is not in it stays behind the one that it follows in the collection. */
export function arranged(there: readonly string[], order: RunSelection['order']): readonly string[] {
  if (order === null) return there;
  const all = new Set(there);
  const known = new Set(order.filter((id) => all.has(id)));
  const first: string[] = [];
  const followers = new Map<string, string[]>();
  let newOnes = first;
  for (const id of there) {
    if (known.has(id)) {
      newOnes = [];
      followers.set(id, newOnes);
    } else newOnes.push(id);
  }
  return [...first, ...[...known].flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}

/** The ids of those that are sent, in their order. */
export function selected(there: readonly string[], selection: RunSelection | undefined): readonly string[] {
  if (selection === undefined) return there;
  const leftOut = new Set(selection.leftOut);
  return arranged(there, selection.order).filter((id) => !leftOut.has(id));
}

interface Chosen {
  /** In the collection's order. */
  readonly there: readonly string[];
  readonly order: readonly string[];
  readonly leftOut: ReadonlySet<string>;
}

/** What is to be kept of a choice: nothing when all are sent in the collection's order. */
export function selectionOf({ there, order, leftOut }: Chosen): RunSelection | undefined {
  const isReordered = order.some((id, index) => there[index] !== id);
  const isSome = there.some((id) => leftOut.has(id));
  if (!isReordered && !isSome) return undefined;
  return { leftOut: there.filter((id) => leftOut.has(id)), order: isReordered ? order : null };
}
