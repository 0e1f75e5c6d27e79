import type { EventName, EventPayload } from '../../shared/contract/contract.ts';

/** Tells every window that something happened. */
export type Publish = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void;
