import type { TeamKeyChoice } from '../../../shared/domain/team.ts';
import type { Selection } from './use-selection.ts';
import type { TeamKeysShown } from './use-team-keys.ts';

/** Keys that an action is about, and how many they are. */
export interface ChosenKeys {
  readonly choice: TeamKeyChoice;
  readonly count: number;
}

/** What is selected of what the table shows; `null` when nothing is. */
export function chosenKeys(
  { isAll, ids }: Pick<Selection, 'isAll' | 'ids'>,
  shown: TeamKeysShown | null,
): ChosenKeys | null {
  if (!isAll) return ids.size === 0 ? null : { choice: { kind: 'ids', ids: [...ids] }, count: ids.size };
  if (shown === null || shown.live <= ids.size) return null;
  const { filter, asOf: until, live } = shown;
  return { choice: { kind: 'matching', filter, until, except: [...ids] }, count: live - ids.size };
}

/** One key, chosen by its row. */
export function chosenKey(id: string): ChosenKeys {
  return { choice: { kind: 'ids', ids: [id] }, count: 1 };
}
