import { createContext, useContext } from 'react';
import type { Bridge } from '../../shared/contract/bridge.ts';

export const BridgeContext = createContext<Bridge | null>(null);

/** The one way to the main process. Prefer `useCommand` and `useCommandQuery`; this is for what must not be kept. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error('useBridge needs a BridgeProvider above it');
  return bridge;
}
