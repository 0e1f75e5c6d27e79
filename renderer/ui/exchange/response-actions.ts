import { createContext, useContext } from 'react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import type { FilteredJson } from '../../../shared/domain/filtered-json.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { ExchangeEvents } from '../../../shared/domain/stream-event.ts';

export interface BodyPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the whole body. */
  readonly size: number;
}

export type FilterAnswer = FilteredJson | { readonly kind: 'failed'; readonly error: AppError };

/** What can be done with a response beside looking at what is here of it. Ids are those of exchanges. */
export interface ResponseActions {
  /** A part of the whole body; `null` once it is no longer kept. */
  readonly readBody: (id: string, offset: number, length: number) => Promise<BodyPart | null>;
  /** What a JSONPath finds in the whole body, or in `shown` where that is not kept; another one ends it. `null`: a part is shown. */
  readonly filterBody: (id: string, path: string, shown: string | null) => Promise<FilterAnswer>;
  readonly stopFilter: (id: string) => Promise<void>;
  /** What was sent before with the same method to the same address, newest first. */
  readonly listEarlier: (id: string) => Promise<readonly HistoryEntry[]>;
  /** One of the history; `null` when it is gone. */
  readonly readExchange: (id: string) => Promise<Exchange | null>;
  /** Asks where, and writes the whole body there. */
  readonly saveBody: (id: string) => Promise<void>;
  /** Resolves with whether it worked; says so when it did not. */
  readonly copyText: (text: string) => Promise<boolean>;
  /** Ends an answer that is under way; what came is kept. */
  readonly stop: (id: string) => Promise<void>;
  readonly liveEvents: LiveEvents;
}

/** The events of answers that are under way. */
export interface LiveEvents {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something came; `null` while nothing did. */
  readonly get: (id: string) => ExchangeEvents | null;
}

export const ResponseActionsContext = createContext<ResponseActions | null>(null);

/** `null` where nothing can be done: a response that stands alone. */
export function useResponseActions(): ResponseActions | null {
  return useContext(ResponseActionsContext);
}
