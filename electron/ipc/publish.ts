import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import { events, type EventName, type EventPayload } from '../../shared/contract/contract.ts';
import type { Logger } from '../ports/logger.ts';

export type Publish = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void;

/**
 * The only use of `webContents.send`. A payload that does not fit its event's schema is not sent.
 * `page` answers null while there is no window to tell.
 */
export function createPublish(
  page: () => Pick<WebContents, 'send' | 'isDestroyed'> | null,
  logger: Logger,
): Publish {
  return (event, payload) => {
    const parsed = events[event].safeParse(payload);
    if (!parsed.success) {
      logger.error('An event does not fit its schema', { event });
      return;
    }
    const target = page();
    if (target !== null && !target.isDestroyed()) target.send(EVENT_CHANNEL, event, parsed.data);
  };
}
