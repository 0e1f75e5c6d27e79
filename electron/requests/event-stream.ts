import { createParser } from 'eventsource-parser';
import { createLineParser } from './line-parser.ts';
import type { ExchangeEvents, StreamEvent, StreamKind } from '../../shared/domain/stream-event.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { BodyTap } from './read-body.ts';
import type { Redactor } from './redactor.ts';

export interface EventStream extends BodyTap {
  /** Tells the window what it was not told yet, and answers the events to keep. */
  finish(): ExchangeEvents;
  /** Tells the window no more. */
  drop(): void;
}

export interface EventStreamOptions {
  readonly kind: Exclude<StreamKind, 'text'>;
  /** Of the exchange. */
  readonly id: string;
  readonly redactor: Pick<Redactor, 'mask'>;
  readonly clock: Clock;
  readonly publish: Publish;
}

/** Each event is a message to the window; ten a second are smooth enough. */
const INTERVAL_MS = 100;
const TOLD_AT_ONCE = 200;
/** The newest are kept. */
const KEPT_EVENTS = 1_000;
const KEPT_CHARACTERS = 2_000_000;
const EVENT_CHARACTERS = 64 * 1024;
const NAME_CHARACTERS = 200;
const MAX_BUFFERED = 1024 * 1024;

/** Reads server-sent events (WHATWG HTML, 9.2) or lines as they come, masks each, and tells the window of them. */
export function createEventStream({ kind, id, redactor, clock, publish }: EventStreamOptions): EventStream {
  const decoder = new TextDecoder('utf-8');
  const startedAt = clock.now();
  const kept: StreamEvent[] = [];
  let keptCharacters = 0;
  let count = 0;
  let untold: StreamEvent[] = [];
  let unschedule: (() => void) | null = null;
  let isReadable = true;

  const tell = (): void => {
    unschedule?.();
    unschedule = null;
    if (untold.length === 0) return;
    publish('requests.streamed', { id, kind, events: untold, count });
    untold = [];
  };
  const keep = (event: StreamEvent): void => {
    kept.push(event);
    keptCharacters += event.data.length;
    while (kept.length > KEPT_EVENTS || keptCharacters > KEPT_CHARACTERS)
      keptCharacters -= kept.shift()?.data.length ?? 0;
    // A flood is not held back: the window is told of the newest.
    untold = [...untold.slice(1 - TOLD_AT_ONCE), event];
    unschedule ??= clock.schedule(tell, INTERVAL_MS);
  };
  const onEvent = ({ event = '', id: eventId = '', data }: ReadEvent): void => {
    count += 1;
    const masked = redactor.mask(data);
    keep({
      number: count,
      afterMs: Math.max(0, clock.now() - startedAt),
      name: redactor.mask(event).slice(0, NAME_CHARACTERS),
      id: redactor.mask(eventId).slice(0, NAME_CHARACTERS),
      data: masked.slice(0, EVENT_CHARACTERS).toWellFormed(),
      isCut: masked.length > EVENT_CHARACTERS,
    });
  };
  const onTooLong = (): void => {
    isReadable = false;
  };
  // What kind of stream it is, while nothing came.
  publish('requests.streamed', { id, kind, events: [], count: 0 });
  const parser = kind === 'events' ? eventParser(onEvent, onTooLong) : createLineParser(onEvent, onTooLong);
  return {
    drop: () => {
      unschedule?.();
      unschedule = null;
      untold = [];
      isReadable = false;
    },
    write: (chunk) => {
      if (isReadable) parser.feed(decoder.decode(chunk, { stream: true }));
      return undefined;
    },
    finish: () => {
      if (isReadable) parser.end();
      tell();
      return { kind, rows: kept, count };
    },
  };
}

interface ReadEvent {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly data: string;
}

function eventParser(onEvent: (event: ReadEvent) => void, onTooLong: () => void) {
  const parser = createParser({
    maxBufferSize: MAX_BUFFERED,
    onEvent,
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') onTooLong();
    },
  });
  return {
    feed: (text: string) => {
      parser.feed(text);
    },
    // An event without an end is no event: the body's text shows what came.
    end: () => undefined,
  };
}
