import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Workbench } from './workbench.ts';
import type { WorkbenchState } from './workbench-store.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The open requests and what can be done with them. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('useWorkbench needs a WorkbenchProvider above it');
  return workbench;
}

/** The state of the open requests, as it changes. */
export function useWorkbenchState(): WorkbenchState {
  const workbench = useWorkbench();
  return useSyncExternalStore(workbench.subscribe, workbench.getState);
}
