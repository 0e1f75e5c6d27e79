import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { MAX_TREE_ROWS } from '../../../../shared/domain/preferences.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';

/** So long after the last change it is kept, in milliseconds. */
const KEEP_AFTER_MS = 300;

export interface TreeViewState {
  /** What the person opened (`true`) or closed. */
  readonly expanded: ReadonlyMap<string, boolean>;
  /** The row whose name is typed; `null` for none. */
  readonly renamed: string | null;
  readonly focusRequest: { readonly id: string } | null;
  readonly setExpanded: (rowId: string, isExpanded: boolean) => void;
  readonly rename: (rowId: string | null) => void;
  readonly focus: (rowId: string) => void;
}

/** What is open in the tree, and where one is in it. */
export function useTreeView(): TreeViewState {
  const { expanded, setExpanded } = useExpanded();
  const [renamed, setRenamed] = useState<string | null>(null);
  const [focusRequest, setFocusRequest] = useState<{ readonly id: string } | null>(null);
  return {
    expanded,
    renamed,
    focusRequest,
    setExpanded,
    rename: setRenamed,
    focus: (id) => {
      setFocusRequest({ id });
    },
  };
}

/** What was opened and closed, this time and before: it is remembered over a restart. */
function useExpanded(): Pick<TreeViewState, 'expanded' | 'setExpanded'> {
  const kept = useCommandQuery('preferences.get', {});
  const { run: save } = useCommand('preferences.set');
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const before = kept.kind === 'loaded' ? kept.value.treeRows : null;
  const expanded = useMemo(() => {
    const all = new Map((before ?? []).map(({ id, isOpen }) => [id, isOpen]));
    for (const [id, isOpen] of changed) {
      // What was touched last stands last, and is forgotten last.
      all.delete(id);
      all.set(id, isOpen);
    }
    return all;
  }, [before, changed]);
  const latest = useRef(expanded);
  useEffect(() => {
    latest.current = expanded;
  });
  const timer = useRef(0);
  return {
    expanded,
    setExpanded: (rowId, isExpanded) => {
      setChanged((map) => new Map([...[...map].filter(([id]) => id !== rowId), [rowId, isExpanded]]));
      window.clearTimeout(timer.current);
      // Not called off when the screen is left: what was opened is kept all the same.
      timer.current = window.setTimeout(() => {
        const rows = [...latest.current].map(([id, isOpen]) => ({ id, isOpen }));
        void save({ treeRows: rows.slice(-MAX_TREE_ROWS) }).then((result) => {
          if (result.ok) queryClient.setQueryData(['preferences.get', {}], result.value);
        });
      }, KEEP_AFTER_MS);
    },
  };
}
