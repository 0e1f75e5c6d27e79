import { describe, expect, it } from 'vitest';
import type { JsonFilterJob, JsonFilterRunner } from '../../../electron/requests/json-filter.ts';
import type { KeptResponses } from '../../../electron/requests/kept-responses.ts';
import { createResponseFilters } from '../../../electron/requests/response-filters.ts';
import { ok } from '../../../shared/domain/app-error.ts';
import type { FilteredJson } from '../../../shared/domain/filtered-json.ts';
import { manualClock } from '../../support/in-memory-ports.ts';
import { errorOf, valueOf } from '../../support/results.ts';

interface Thread {
  readonly job: JsonFilterJob;
  readonly end: (result: FilteredJson | 'failed') => void;
  isEnded: boolean;
}

const FOUND: FilteredJson = { kind: 'found', text: '[1]', locations: [[]], total: 1 };

function arrange(readWhole?: KeptResponses['readWhole']) {
  const threads: Thread[] = [];
  const jsonFilter: JsonFilterRunner = {
    run(job, end) {
      const thread: Thread = { job, end, isEnded: false };
      threads.push(thread);
      return { end: () => void (thread.isEnded = true) };
    },
  };
  const bytes = new TextEncoder().encode('[1]');
  const clock = manualClock();
  const filters = createResponseFilters({
    keptResponses: {
      has: (id) => id !== 'exchange-gone',
      readWhole: readWhole ?? (() => Promise.resolve(ok({ bytes, contentType: 'application/json' }))),
    },
    jsonFilter,
    clock,
  });
  return { filters, threads, clock };
}

const started = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a filter of a kept body', () => {
  it('tells what its thread found, and ends the thread', async () => {
    const { filters, threads } = arrange();
    const filtered = filters.filter({ id: 'exchange-1', path: '$', text: null });
    await started();
    expect(threads[0]?.job).toMatchObject({ contentType: 'application/json', path: '$' });
    threads[0]?.end(FOUND);
    expect(valueOf(await filtered)).toEqual(FOUND);
    expect(threads[0]?.isEnded).toBe(true);
  });

  it('is ended by another one, by the person, and by its time', async () => {
    const { filters, threads, clock } = arrange();
    const first = filters.filter({ id: 'exchange-1', path: '$', text: null });
    await started();
    const second = filters.filter({ id: 'exchange-2', path: '$', text: null });
    expect(valueOf(await first)).toEqual({ kind: 'cancelled' });
    await started();
    filters.stop('exchange-1');
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    filters.stop('exchange-2');
    expect(valueOf(await second)).toEqual({ kind: 'cancelled' });
    const third = filters.filter({ id: 'exchange-1', path: '$', text: null });
    await started();
    clock.advance(10_000);
    expect(valueOf(await third)).toEqual({ kind: 'too-much' });
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
  });

  it('that is ended while the body is read starts no thread', async () => {
    const { filters, threads } = arrange();
    const filtered = filters.filter({ id: 'exchange-1', path: '$', text: null });
    filters.stop();
    expect(valueOf(await filtered)).toEqual({ kind: 'cancelled' });
    await started();
    expect(threads).toEqual([]);
  });

  it('looks through the text that is shown where none is kept, or its secrets are masked in the text alone', async () => {
    const kept = {
      bytes: new TextEncoder().encode('[1]'),
      contentType: 'application/json; charset=windows-1251',
    };
    const { filters, threads } = arrange(() => Promise.resolve(ok(kept)));
    for (const id of ['exchange-gone', 'exchange-1']) {
      expect(errorOf(await filters.filter({ id, path: '$', text: null })).code).toBe('not-found');
      const filtered = filters.filter({ id, path: '$', text: '["…"]' });
      await started();
      expect(new TextDecoder().decode(threads.at(-1)?.job.bytes)).toBe('["…"]');
      threads.at(-1)?.end(FOUND);
      expect(valueOf(await filtered)).toEqual(FOUND);
    }
    expect(threads).toHaveLength(2);
  });

  it('says when the body is too large, is gone, or the thread broke', async () => {
    const large = arrange(() => Promise.resolve(ok({ bytes: null, contentType: '' })));
    expect(valueOf(await large.filters.filter({ id: 'exchange-1', path: '$', text: null }))).toEqual({
      kind: 'too-large',
    });
    const { filters, threads } = arrange();
    expect(errorOf(await filters.filter({ id: 'exchange-gone', path: '$', text: null })).code).toBe(
      'not-found',
    );
    const broken = filters.filter({ id: 'exchange-1', path: '$', text: null });
    await started();
    threads[0]?.end('failed');
    expect(errorOf(await broken).code).toBe('internal');
  });
});
