import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { MAX_FILTERED_BYTES, type FilteredJson } from '../../shared/domain/filtered-json.ts';
import type { Clock } from '../ports/clock.ts';
import { told } from '../told.ts';
import { isMaskedAsText } from './body-preview.ts';
import type { History } from './history.ts';
import type { JsonFilterRunner } from './json-filter.ts';
import type { KeptResponses, WholeBody } from './kept-responses.ts';

/** Looks for what a JSONPath names in the bodies that are kept. */
export interface ResponseFilters {
  /** One at a time: another one ends it. `not-found`, `file-unreadable`, `internal`. */
  filter(input: CommandInput<'responses.filter'>): Promise<Result<FilteredJson>>;
  /** Ends what is under way: of one exchange, or whatever it is. */
  stop(id?: string): void;
}

export interface ResponseFiltersOptions {
  readonly keptResponses: Pick<KeptResponses, 'has' | 'readWhole'>;
  readonly history: Pick<History, 'get'>;
  readonly jsonFilter: JsonFilterRunner;
  readonly clock: Pick<Clock, 'schedule'>;
}

/** A person who waits longer has asked for something else than they meant. */
const LONGEST_MS = 10_000;

interface Running {
  readonly id: string;
  readonly end: (result: FilteredJson) => void;
}

export function createResponseFilters(options: ResponseFiltersOptions): ResponseFilters {
  let running: Running | null = null;
  const stop = (id?: string): void => {
    if (running !== null && (id === undefined || running.id === id)) running.end({ kind: 'cancelled' });
  };
  return {
    stop,
    async filter({ id, path }) {
      stop();
      const { promise, resolve } = Promise.withResolvers<Result<FilteredJson>>();
      let endThread = (): void => undefined;
      let isOver = false;
      const settle = (result: Result<FilteredJson>): void => {
        if (isOver) return;
        isOver = true;
        if (running === mine) running = null;
        unschedule();
        endThread();
        resolve(result);
      };
      const mine: Running = { id, end: (result) => settle(ok(result)) };
      const unschedule = options.clock.schedule(() => settle(ok({ kind: 'too-much' })), LONGEST_MS);
      running = mine;
      void bodyOf(id, options).then((body) => {
        if (isOver) return;
        if (!body.ok || body.value.bytes === null) {
          settle(body.ok ? ok({ kind: 'too-large' }) : body);
          return;
        }
        const { bytes, contentType } = body.value;
        const thread = options.jsonFilter.run({ bytes, contentType, path }, (result) => {
          settle(result === 'failed' ? failed('internal') : ok(result));
        });
        endThread = () => thread.end();
      });
      return promise;
    },
  };
}

/**
 * The body as it is kept, else what the history has, if that is all of it. What is kept was masked in its bytes; where that is not
 * enough, the history's text is taken, which was masked after it was read.
 */
async function bodyOf(
  id: string,
  { keptResponses, history }: Pick<ResponseFiltersOptions, 'keptResponses' | 'history'>,
): Promise<Result<WholeBody>> {
  if (!keptResponses.has(id)) return inHistory(id, history) ?? failed('not-found', told('responseNotKept'));
  const kept = await keptResponses.readWhole(id, MAX_FILTERED_BYTES);
  if (!kept.ok || kept.value.bytes === null) return kept;
  const { bytes, contentType } = kept.value;
  return isMaskedAsText(bytes, contentType)
    ? kept
    : (inHistory(id, history) ?? ok({ bytes: null, contentType }));
}

function inHistory(id: string, history: Pick<History, 'get'>): Result<WholeBody> | null {
  const record = history.get(id);
  const outcome = record.ok ? record.value.exchange.outcome : null;
  const body = outcome?.kind === 'response' ? outcome.response.body : null;
  if (body?.kind !== 'text' || body.isTruncated) return null;
  return ok({ bytes: new TextEncoder().encode(body.text), contentType: 'application/json; charset=utf-8' });
}
