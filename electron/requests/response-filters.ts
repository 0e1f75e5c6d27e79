import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { MAX_FILTERED_BYTES, type FilteredJson } from '../../shared/domain/filtered-json.ts';
import type { Clock } from '../ports/clock.ts';
import { told } from '../told.ts';
import { isMaskedAsText } from './body-preview.ts';
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
    async filter(input) {
      const { id, path } = input;
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
      void bodyOf(input, options.keptResponses).then((body) => {
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
 * The body as it is shown, else as it is kept. What is kept was masked in its bytes; where that is not enough, only what was masked after
 * it was read may be looked through, which is what is shown.
 */
async function bodyOf(
  { id, text }: CommandInput<'responses.filter'>,
  keptResponses: ResponseFiltersOptions['keptResponses'],
): Promise<Result<WholeBody>> {
  if (text !== null)
    return ok({ bytes: new TextEncoder().encode(text), contentType: 'application/json; charset=utf-8' });
  const kept = keptResponses.has(id) ? await keptResponses.readWhole(id, MAX_FILTERED_BYTES) : null;
  if (kept === null) return failed('not-found', told('responseNotKept'));
  if (!kept.ok || kept.value.bytes === null) return kept;
  const { bytes, contentType } = kept.value;
  return isMaskedAsText(bytes, contentType) ? kept : failed('not-found', told('responseNotKept'));
}
