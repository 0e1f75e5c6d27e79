import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { BridgeContext } from './bridge-context.ts';
import { invalidateOnEvents } from './invalidation.ts';

interface BridgeProviderProps {
  readonly bridge: Bridge;
  readonly queryClient: QueryClient;
  readonly children: ReactNode;
}

/** Gives what is below it the bridge, and the cache that its events keep true. */
export function BridgeProvider({ bridge, queryClient, children }: BridgeProviderProps) {
  useEffect(() => invalidateOnEvents(bridge, queryClient), [bridge, queryClient]);
  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </BridgeContext>
  );
}
