import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import { events, type EventName } from '../../shared/contract/contract.ts';
import type { Publish } from '../keys/publish.ts';
import type { Logger } from '../ports/logger.ts';

export interface Publisher {
  readonly publish: Publish;
  /** Tells those in the main process who follow what the windows are told (the tray). */
  readonly onPublished: (listener: (event: EventName, payload: unknown) => void) => void;
}

/**
 * The only use of `webContents.send`. A payload that does not fit its event's schema is not sent.
 * `pages` answers those of the windows that are there.
 */
export function createPublisher(
  pages: () => readonly (Pick<WebContents, 'send' | 'isDestroyed'> | null)[],
  logger: Logger,
): Publisher {
  const listeners = new Set<(event: EventName, payload: unknown) => void>();
  return {
    publish(event, payload) {
      const parsed = events[event].safeParse(payload);
      if (!parsed.success) {
        logger.error('An event does not fit its schema', { event });
        return;
      }
      for (const page of pages())
        if (page !== null && !page.isDestroyed()) page.send(EVENT_CHANNEL, event, parsed.data);
      for (const listener of listeners) listener(event, parsed.data);
    },
    onPublished(listener) {
      listeners.add(listener);
    },
  };
}
