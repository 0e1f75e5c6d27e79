import type {
  Environment,
  EnvironmentRow,
  EnvironmentRowChange,
} from '../../../../shared/domain/environment.ts';

/** A row while it is edited. `was`: its place in the environment that was opened. */
export type DraftRow = EnvironmentRow & { readonly was: number | null };

export function draftOf({ rows }: Environment): readonly DraftRow[] {
  return rows.map((row, was) => ({ ...row, was }));
}

export const NEW_ROW: DraftRow = { kind: 'plain', was: null, name: '', value: '', isEnabled: true };

export function isSameAs({ rows }: Environment, draft: readonly DraftRow[]): boolean {
  return (
    rows.length === draft.length &&
    draft.every((row, index) => {
      const before = rows[index];
      return (
        row.was === index &&
        before?.kind === row.kind &&
        before.name === row.name &&
        before.isEnabled === row.isEnabled &&
        (row.kind === 'hidden' || (before.kind === 'plain' && before.value === row.value))
      );
    })
  );
}

export function changesOf(draft: readonly DraftRow[]): readonly EnvironmentRowChange[] {
  return draft.map((row) => {
    const { was, name, isEnabled } = row;
    if (row.kind === 'hidden') return { kind: 'hidden', was, name, isEnabled };
    return { kind: 'plain', was, name, isEnabled, value: row.value };
  });
}

/** The same rows for another environment, each in the place of its namesake; secrets that it does not have are left out. */
export function changesFor(other: Environment, draft: readonly DraftRow[]): readonly EnvironmentRowChange[] {
  const placed = draft.flatMap((row): DraftRow[] => {
    const at = other.rows.findIndex(({ kind, name }) => kind === row.kind && name === row.name);
    if (at === -1) return row.kind === 'hidden' ? [] : [{ ...row, was: null }];
    return [{ ...row, was: at }];
  });
  return changesOf(placed);
}
