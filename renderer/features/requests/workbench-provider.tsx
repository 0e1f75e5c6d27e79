import { type ReactNode, useEffect, useState } from 'react';
import { useBridge } from '../../bridge/bridge-context.ts';
import { keepTabs } from './tabs/keep-tabs.ts';
import { createWorkbench } from './workbench.ts';
import { WorkbenchContext } from './workbench-context.ts';

/** 128 random bits. `crypto.randomUUID` is there in secure contexts alone, which a development page may not be. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Keeps the open requests above the screens, so that drafts and running sends outlive a change of screen. */
export function WorkbenchProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [workbench] = useState(() => createWorkbench({ bridge, newId: randomId }));
  useEffect(
    () =>
      keepTabs({
        bridge,
        workbench,
        schedule: (work, delayMs) => {
          const timer = setTimeout(work, delayMs);
          return () => {
            clearTimeout(timer);
          };
        },
      }),
    [bridge, workbench],
  );
  return <WorkbenchContext value={workbench}>{children}</WorkbenchContext>;
}
