import { useMemo, useState } from 'react';
import type { TeamKey } from '../../../shared/domain/team.ts';

/** Which keys are selected: some by id, or all that match but some. */
export interface Selection {
  readonly isAll: boolean;
  /** Those that are selected; with `isAll`, those that are not. */
  readonly ids: ReadonlySet<string>;
  readonly has: (key: Pick<TeamKey, 'id' | 'status'>) => boolean;
  readonly toggle: (id: string) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

type Selected = Pick<Selection, 'isAll' | 'ids'>;

const NOTHING: Selected = { isAll: false, ids: new Set() };
const EVERYTHING: Selected = { isAll: true, ids: new Set() };

export function useSelection(): Selection {
  const [selected, setSelected] = useState(NOTHING);
  // Always the same: what depends on them is not drawn anew with every selection.
  const [actions] = useState(() => ({
    toggle: (id: string) => {
      setSelected(({ isAll, ids }) => {
        const after = new Set(ids);
        if (!after.delete(id)) after.add(id);
        return { isAll, ids: after };
      });
    },
    selectAll: () => {
      setSelected(EVERYTHING);
    },
    clear: () => {
      setSelected(NOTHING);
    },
  }));
  return useMemo(
    () => ({
      ...selected,
      ...actions,
      has: ({ id, status }) => status !== 'revoked' && selected.ids.has(id) !== selected.isAll,
    }),
    [selected, actions],
  );
}
