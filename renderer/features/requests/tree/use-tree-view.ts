import { useState } from 'react';

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
  const [expanded, setExpanded] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [renamed, setRenamed] = useState<string | null>(null);
  const [focusRequest, setFocusRequest] = useState<{ readonly id: string } | null>(null);
  return {
    expanded,
    renamed,
    focusRequest,
    setExpanded: (rowId, isExpanded) => {
      setExpanded((before) => new Map([...before, [rowId, isExpanded]]));
    },
    rename: setRenamed,
    focus: (id) => {
      setFocusRequest({ id });
    },
  };
}
