import { type ReactNode, useState } from 'react';
import { useBridge } from '../../bridge/bridge-context.ts';
import { createWorkbench } from './workbench.ts';
import { WorkbenchContext } from './workbench-context.ts';

/** Keeps the open requests above the screens, so that drafts and running sends outlive a change of screen. */
export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [workbench] = useState(() =>
    createWorkbench({ bridge, newId: () => crypto.randomUUID(), now: () => Date.now() }),
  );
  return <WorkbenchContext value={workbench}>{children}</WorkbenchContext>;
}
