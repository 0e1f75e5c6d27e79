import type { Response } from '../../shared/domain/exchange.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import { declaredCharset, isMaskedInBytes } from './body-preview.ts';
import { createEventStream } from './event-stream.ts';
import type { KeptResponses } from './kept-responses.ts';
import type { BodyTap } from './read-body.ts';
import type { Redactor } from './redactor.ts';
import { createTextFeed } from './text-feed.ts';

/** Follows the body of the answer that is shown, as it comes. */
export interface BodyFollower extends BodyTap {
  /** The body has no end that could be waited for: no timeout applies to it, and when it breaks off, what came is an answer. */
  readonly isLive: boolean;
  /** Ends the reading; what came until then is the answer. */
  readonly stop: AbortSignal;
  /** What is known of the body beside what is shown. */
  finish(): Promise<Pick<Response, 'keptBytes' | 'events'>>;
  /** Nothing of it is kept: there is no answer. */
  drop(): Promise<void>;
}

export type FollowBody = (contentType: string) => BodyFollower;

export interface FollowBodyParts {
  /** Of the exchange. */
  readonly id: string;
  readonly redactor: Redactor;
  readonly stop: AbortSignal;
  /** Whether values of the answer are kept: what of it is a secret is known only once it is whole. */
  readonly isAnswerKept: boolean;
  readonly keptResponses: Pick<KeptResponses, 'begin'>;
  readonly clock: Clock;
  readonly publish: Publish;
}

const LINE_STREAMS = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/jsonlines',
  'application/x-jsonlines',
  'application/json-seq',
  'application/stream+json',
]);

/** `null` for a body that is waited for. */
function streamKind(type: string): 'events' | 'lines' | null {
  if (type === 'text/event-stream') return 'events';
  return LINE_STREAMS.has(type) ? 'lines' : null;
}

/** Texts that are written on, as logs are. Markup, JSON and the like are shown when they are whole. */
const READ_AS_IT_COMES = new Set(['text/plain', 'text/csv', 'text/tab-separated-values', 'text/markdown']);

/** Keeps the whole body of a response, and tells the window of what an endless one brings. */
export function followBody(parts: FollowBodyParts): FollowBody {
  return (contentType) => {
    const keeper = parts.keptResponses.begin(parts.id, parts.redactor, contentType);
    const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const kind = streamKind(type);
    // Nothing is kept of a body of events, which is no JSON.
    const isHeldBack = parts.isAnswerKept && kind !== 'events';
    const events = kind === null || isHeldBack ? null : createEventStream({ ...parts, kind });
    // Elsewhere it is masked after it was read as a whole.
    const mayBeTold =
      !isHeldBack && READ_AS_IT_COMES.has(type) && isMaskedInBytes(declaredCharset(contentType));
    const text = mayBeTold ? createTextFeed({ ...parts, contentType }) : null;
    return {
      isLive: kind !== null,
      stop: parts.stop,
      write: (chunk) => {
        void events?.write(chunk);
        void text?.write(chunk);
        return keeper.write(chunk);
      },
      async finish() {
        text?.end();
        const keptBytes = await keeper.finish();
        return {
          ...(keptBytes === null ? {} : { keptBytes }),
          ...(events === null ? {} : { events: events.finish() }),
        };
      },
      drop: () => {
        text?.end();
        events?.drop();
        return keeper.drop();
      },
    };
  };
}
