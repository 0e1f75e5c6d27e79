import { useEffect, useEffectEvent } from 'react';
import type { EventName, EventPayload } from '../../shared/contract/contract.ts';
import { useBridge } from './bridge-context.ts';

/** Calls `listener`, always the newest one, each time the main process publishes `event`. */
export function useBridgeEvent<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const bridge = useBridge();
  const onEvent = useEffectEvent(listener);
  useEffect(() => bridge.on(event, (payload) => onEvent(payload)), [bridge, event]);
}
