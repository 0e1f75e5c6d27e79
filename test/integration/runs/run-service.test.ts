import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CommandInput } from '../../../shared/contract/contract.ts';
import {
  DEFAULT_RUN_OPTIONS,
  type Run,
  type RunRecord,
  type RunRowOrder,
} from '../../../shared/domain/run.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import type { EnvironmentScope } from '../../../electron/requests/request-place.ts';
import { ok } from '../../../shared/domain/app-error.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { forAll, requestId, runBench, type RunBench } from '../../support/run-bench.ts';
import { startServer, type Answer, type RecordingServer } from '../../support/servers.ts';
import { holds } from '../../support/holds.ts';

const servers: RecordingServer[] = [];
const benches: RunBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answer: Answer): Promise<RecordingServer> {
  const server = await startServer({ answer });
  servers.push(server);
  return server;
}

async function benchOf(options: Parameters<typeof runBench>[0]): Promise<RunBench> {
  const bench = await runBench(options);
  benches.push(bench);
  return bench;
}

const json =
  (value: unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
  };

const ALL_ROWS: Omit<CommandInput<'runs.listRows'>, 'id'> = {
  ...{ verdicts: null, isWithheldOnly: false, order: 'first-to-last' },
  ...{ offset: 0, limit: 10 },
};

const recordsOf = ({ runs }: RunBench, { id, totals }: Run): RunRecord[] =>
  Array.from({ length: totals.done }, (_none, index) => valueOf(runs.getRecord({ id, seq: index + 1 })));

describe('a run on real sockets', () => {
  it('signs each request by the signer, resolves data rows, and keeps every result redacted', async () => {
    const bench = await benchOf({
      drafts: [{ url: '{{baseUrl}}/items/{{id}}' }, { url: '{{baseUrl}}/echo' }],
      origins: ['http://127.0.0.1:1'],
    });
    const server = await serve((request, response) =>
      response.end(`you sent ${JSON.stringify(request.headers)}`),
    );
    const [service] = bench.keys.services.list().filter(({ name }) => name === 'Bench');
    const origin = server.origin();
    valueOf(
      await bench.keys.services.update(service?.id ?? '', {
        ...{ name: 'Bench', baseUrl: origin, headerName: 'X-API-Key', origins: [origin] },
        ...{ checkUrl: null, keyPrefix: null },
      }),
    );

    const run = await bench.run({}, { data: { name: 'ids.csv', text: 'id\n7\n8\n' } });

    expect(run).toMatchObject({ state: 'finished', planned: 4, totals: { done: 4, passed: 4 } });
    expect(server.received.map(({ url }) => url)).toEqual(['/items/7', '/echo', '/items/8', '/echo']);
    expect(server.received.every(({ headers }) => headers['x-api-key'] === bench.secret)).toBe(true);
    expect(server.connectionCount()).toBe(1);
    const kept = JSON.stringify(recordsOf(bench, run));
    expect(kept).not.toContain(bench.secret);
    expect(kept).toContain('you sent');
    expect(JSON.stringify(bench.keys.ledger.all('SELECT * FROM run_rows'))).not.toContain(bench.secret);
    expect(JSON.stringify(bench.published)).not.toContain(bench.secret);
    const uses = listActivityOf(bench.keys.ledger, bench.apiKeyId).filter(
      ({ event }) => event.kind === 'sent',
    );
    expect(uses).toHaveLength(4);
    expect(valueOf(bench.history.list({ limit: 10, before: null, search: '' })).entries).toEqual([]);
  });

  it('makes values anew for each of its requests, beside those of the data file', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const drafts = [{ url: `${server.origin()}/{{id}}/{{$guid}}` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });

    await bench.run({ iterations: 5 });
    await bench.run({}, { data: { name: 'ids.csv', text: 'id\n7\n8\n' } });

    expect(new Set(server.received.map(({ url }) => url)).size).toBe(2);
    expect(server.received.map(({ url }) => url.slice(0, 3))).toEqual(['/7/', '/8/']);
  });

  it('has 64 requests in flight on 64 connections, and uses each again', async () => {
    const waiting: (() => void)[] = [];
    // Nobody is answered before 64 wait: were there fewer in flight, this would not end.
    const server = await serve((_request, response) => {
      waiting.push(() => response.end('ok'));
      if (waiting.length === 64) for (const answer of waiting.splice(0)) answer();
    });
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const run = await bench.run({ iterations: 256, concurrency: 64 });
    expect(run.totals).toMatchObject({ done: 256, passed: 256 });
    expect(server.connectionCount()).toBe(64);
  });

  it('measures answers by what was expected of them, of all requests or of one', async () => {
    const server = await serve(json({ name: 'Ada' }));
    const drafts = [{ url: `${server.origin()}/a` }, { url: `${server.origin()}/b` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });
    const expectations = [
      ...forAll({ kind: 'status', status: 200 }, { kind: 'json-path-equals', path: '$.name', value: 'Ada' }),
      { requestId: requestId(2), expectation: { kind: 'body-contains', text: 'Grace' } as const },
    ];
    const run = await bench.run({}, { expectations });
    expect(run.totals).toMatchObject({ passed: 1, failed: 1, expectations: 5, unmetExpectations: 1 });
    const rows = valueOf(bench.runs.listRows({ id: run.id, ...ALL_ROWS, verdicts: ['failed'] }));
    expect(rows).toMatchObject([{ name: 'Request 2', verdict: 'failed', status: 200 }]);
  });

  it(
    'withholds a key that is revoked while it runs from the next request on',
    holds('binding.meanwhile'),
    async () => {
      const seen: (string | undefined)[] = [];
      const server = await serve((request, response) => {
        seen.push(String(request.headers['x-api-key'] ?? ''));
        if (seen.length === 3) valueOf(bench.keys.keys.remove(bench.apiKeyId));
        response.end('ok');
      });
      const drafts = [{ url: server.origin() }];
      const bench = await benchOf({ drafts, origins: [server.origin()] });
      const run = await bench.run({ iterations: 6 });
      expect(seen.slice(0, 3)).toEqual([bench.secret, bench.secret, bench.secret]);
      expect(seen.slice(3)).not.toContain(bench.secret);
      expect(run.totals.done).toBe(6);
    },
  );

  it('withholds a key that is disabled while it runs, and says so in the row', async () => {
    let answers = 0;
    const server = await serve((_request, response) => {
      answers += 1;
      if (answers === 2) valueOf(bench.keys.keys.setDisabled({ id: bench.apiKeyId, isDisabled: true }));
      response.end('ok');
    });
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const run = await bench.run({ iterations: 4 });
    expect(answers).toBe(2);
    expect(recordsOf(bench, run).map(({ row }) => row.errorCode)).toEqual([
      null,
      null,
      'key-withheld',
      'key-withheld',
    ]);
  });

  it('is cancelled at once, and what had answered is kept', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/now') response.end('ok');
    });
    const drafts = [{ url: `${server.origin()}/now` }, { url: `${server.origin()}/never` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });
    const ended = bench.run();
    await vi.waitFor(() => {
      expect(server.received).toHaveLength(2);
    });
    const at = performance.now();
    valueOf(bench.runs.cancel({ id: 'run-0001' }));
    expect(await ended).toMatchObject({ state: 'cancelled', totals: { done: 1 } });
    expect(performance.now() - at).toBeLessThan(500);
    expect(valueOf(bench.runs.list())).toMatchObject([{ id: 'run-0001', state: 'cancelled' }]);
  });

  it('stops when its results cannot be kept, and says that it failed', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const ended = bench.run({ iterations: 3 });
    // The run and its set-up; its first rows do not fit.
    bench.keys.ledger.writesUntilFull = 2;
    const run = await ended;
    bench.keys.ledger.writesUntilFull = Infinity;
    expect(run.state).toBe('failed');
  });

  it('stands in the history too when that was asked for', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    await bench.run({ iterations: 2, keepInHistory: true });
    expect(valueOf(bench.history.list({ limit: 10, before: null, search: '' })).entries).toHaveLength(2);
  });

  it('is refused when there is nothing to run, and for a folder or collection that is gone', async () => {
    const bench = await benchOf({ drafts: [{ url: 'http://127.0.0.1:1' }], origins: ['http://127.0.0.1:1'] });
    const about = { id: 'run-0009', collectionId: 'bench', expectations: [], data: null };
    const options = { ...(await bench.run()).options };
    const start = async (folderId: string | null, collectionId = 'bench') =>
      errorOf(await bench.runs.start({ ...about, folderId, collectionId, options })).code;
    expect(await start('empty')).toBe('invalid-input');
    expect(await start('nowhere')).toBe('not-found');
    expect(await start(null, 'nowhere')).toBe('not-found');
  });

  it('keeps no more of a large body than it shows, and counts all of it', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(3_000_000)));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const run = await bench.run();
    const [record] = recordsOf(bench, run);
    expect(record?.row.bodyBytes).toBe(3_000_000);
    expect(JSON.stringify(record).length).toBeLessThan(30_000);
  });

  it('ends when Keyfob is locked: nothing more is sent, and the run says why', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/now') response.end('ok');
    });
    const drafts = [{ url: `${server.origin()}/now` }, { url: `${server.origin()}/never` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });
    const ended = bench.run({ iterations: 50 });
    await vi.waitFor(() => {
      expect(server.received).toHaveLength(2);
    });
    bench.keys.vault.become({ kind: 'locked', holder: 'keychain', reason: 'hand' });
    expect(await ended).toMatchObject({ state: 'locked', totals: { done: 1 } });
    const about = { id: 'run-0009', collectionId: 'bench', folderId: null, expectations: [], data: null };
    const again = await bench.runs.start({ ...about, options: DEFAULT_RUN_OPTIONS });
    expect(errorOf(again).code).toBe('vault-locked');
    expect(server.received).toHaveLength(2);
  });

  it('counts what a key was withheld from, also on the way to another origin, and lists it alone', async () => {
    const foreign = await serve((_request, response) => response.end('elsewhere'));
    const server = await serve((request, response) => {
      if (request.url === '/away') response.writeHead(302, { Location: foreign.origin() });
      response.end('ok');
    });
    const drafts = [{ url: `${server.origin()}/stay` }, { url: `${server.origin()}/away` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });
    const run = await bench.run({ iterations: 2 });
    expect(run.totals).toMatchObject({ done: 4, passed: 4, withheld: 2 });
    expect(foreign.received.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true);
    const rows = valueOf(bench.runs.listRows({ id: run.id, ...ALL_ROWS, isWithheldOnly: true }));
    expect(rows.map(({ seq, isKeyWithheld }) => [seq, isKeyWithheld])).toEqual([
      [2, true],
      [4, true],
    ]);
  });

  it('lists rows by how long they took, and tells the median and the 95th of a hundred', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const drafts = [1, 2, 3].map((each) => ({ url: `${server.origin()}/${String(each)}` }));
    const bench = await benchOf({ drafts, origins: [server.origin()] });
    const { id } = await bench.run();
    // How long each took, whatever the machine did meanwhile.
    for (const [index, ms] of [30, 1, 80].entries()) {
      const sql = `UPDATE run_rows SET duration_ms = ?1, row = json_set(row, '$.durationMs', ?1) WHERE seq = ?2`;
      bench.keys.ledger.run(sql, [ms, index + 1]);
    }
    const seqs = (order: RunRowOrder, offset = 0) =>
      valueOf(bench.runs.listRows({ id, ...ALL_ROWS, order, offset })).map(({ seq }) => seq);
    expect(seqs('slowest')).toEqual([3, 1, 2]);
    expect(seqs('fastest')).toEqual([2, 1, 3]);
    expect(seqs('last-to-first')).toEqual([3, 2, 1]);
    expect(seqs('slowest', 2)).toEqual([2]);
    const rows = valueOf(bench.runs.listRows({ id, ...ALL_ROWS, order: 'slowest' }));
    expect(rows.map(({ durationMs }) => durationMs)).toEqual([80, 30, 1]);
    expect(valueOf(bench.runs.getTimes({ id }))).toEqual({
      ...{ answers: 3, fastest: 1, median: 30, p95: 80, slowest: 80 },
    });
    expect(valueOf(bench.runs.getTimes({ id: 'nowhere-1' }))).toMatchObject({ answers: 0, median: null });
  });
});

describe('the environment of a run', () => {
  const MARK = 'kfmark0123456789abcdef';

  /** One that has the address, and a secret for it alone. */
  function environment(name: string, origin: string, secret: string): EnvironmentScope {
    const open = () => ok(secret);
    return {
      name,
      values: new Map([
        ['host', origin],
        ['token', MARK],
      ]),
      secretVariables: [{ name: 'token', mark: MARK, origins: [origin], open }],
      unusable: new Map(),
    };
  }

  it(
    'is the one that was chosen: its secrets go to their origins, and neither window nor ledger gets them',
    holds('binding.secret-variable'),
    async () => {
      const server = await serve((request, response) =>
        response.end(`you sent ${String(request.headers['x-token'])}`),
      );
      const secret = ['of', 'staging', 'only', '7261'].join('-');
      const headers = [{ name: 'X-Token', value: '{{token}}', isEnabled: true }];
      const bench = await benchOf({
        drafts: [{ url: '{{host}}/echo', headers }],
        origins: [server.origin()],
        environments: { 'env:staging': environment('Staging', server.origin(), secret) },
      });
      const run = await bench.run({ environment: { kind: 'chosen', id: 'env:staging' } });
      expect(run).toMatchObject({ environmentName: 'Staging', totals: { passed: 1 } });
      expect(server.received[0]?.headers['x-token']).toBe(secret);
      expect(valueOf(bench.runs.list())).toMatchObject([{ environmentName: 'Staging' }]);
      expect(valueOf(bench.runs.getSetup({ collectionId: 'bench', folderId: null })).setup).toMatchObject({
        options: { environment: { kind: 'chosen', id: 'env:staging' } },
      });
      const kept = [...bench.keys.ledger.all('SELECT * FROM run_rows'), ...bench.published];
      expect(JSON.stringify([kept, recordsOf(bench, run)])).not.toContain(secret);
    },
  );

  it('is none when none was chosen, so that what it would give has no value', async () => {
    const bench = await benchOf({
      drafts: [{ url: '{{host}}/echo' }],
      origins: ['http://127.0.0.1:1'],
    });
    const run = await bench.run({ environment: { kind: 'none' } });
    expect(run).toMatchObject({ environmentName: null, totals: { errors: 1 } });
    expect(recordsOf(bench, run)[0]?.row.errorCode).toBe('variable-unresolved');
  });

  it('has to be there: without it nothing is sent, and no run begins', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const environment = { kind: 'chosen', id: 'env:gone' } as const;
    const about = { id: 'run-0009', collectionId: 'bench', folderId: null, expectations: [], data: null };
    const refused = await bench.runs.start({ ...about, options: { ...DEFAULT_RUN_OPTIONS, environment } });
    expect(errorOf(refused)).toMatchObject({ code: 'not-found', told: { name: 'environmentGone' } });
    expect(valueOf(bench.runs.list())).toEqual([]);
    expect(server.received).toEqual([]);
  });

  it('is the one in use for a set-up from before there was a choice', async () => {
    const bench = await benchOf({ drafts: [{ url: 'http://127.0.0.1:1' }], origins: ['http://127.0.0.1:1'] });
    const { environment: _none, ...options } = DEFAULT_RUN_OPTIONS;
    bench.keys.ledger.run(
      'INSERT INTO run_setups (collection_id, folder_id, setup, changed_at) VALUES (?, ?, ?, ?)',
      ['bench', '', JSON.stringify({ options, expectations: [], dataName: null }), 1],
    );
    const kept = valueOf(bench.runs.getSetup({ collectionId: 'bench', folderId: null }));
    expect(kept.setup?.options).toEqual(DEFAULT_RUN_OPTIONS);
  });
});

describe('the requests of a run', () => {
  const drafts = (origin: string) => [1, 2, 3, 4].map((each) => ({ url: `${origin}/${String(each)}` }));

  it('are those that were chosen, in their order, kept with the set-up and told in the result', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: drafts(server.origin()), origins: [server.origin()] });
    const order = [4, 3, 2, 1].map(requestId);
    const selection = { leftOut: [requestId(3), 'gone'], order };
    const run = await bench.run({ iterations: 2 }, { selection });
    expect(server.received.map(({ url }) => url)).toEqual(['/4', '/2', '/1', '/4', '/2', '/1']);
    expect(run).toMatchObject({ planned: 6, share: { requests: 3, of: 4 } });
    expect(valueOf(bench.runs.list())).toMatchObject([{ share: { requests: 3, of: 4 } }]);
    const place = { collectionId: 'bench', folderId: null };
    expect(valueOf(bench.runs.getSetup(place)).setup?.selection).toEqual(selection);
    const all = await bench.run();
    expect(all.share).toBeUndefined();
    expect(valueOf(bench.runs.getSetup(place)).setup).not.toHaveProperty('selection');
  });

  it('have to be some: nothing begins when all are left out', async () => {
    const bench = await benchOf({ drafts: drafts('http://127.0.0.1:1'), origins: ['http://127.0.0.1:1'] });
    const about = { id: 'run-0009', collectionId: 'bench', folderId: null, expectations: [], data: null };
    const selection = { leftOut: [1, 2, 3, 4].map(requestId), order: null };
    const refused = await bench.runs.start({ ...about, options: DEFAULT_RUN_OPTIONS, selection });
    expect(errorOf(refused)).toMatchObject({ code: 'invalid-input', told: { name: 'nothingToRun' } });
    expect(valueOf(bench.runs.list())).toEqual([]);
  });
});

describe('the set-up of a run', () => {
  const place = { collectionId: 'bench', folderId: null };

  it('is there again after a run and after it was changed, for each folder its own', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    expect(valueOf(bench.runs.getSetup(place))).toEqual({ setup: null });
    const expectations = forAll({ kind: 'status', status: 200 });
    const run = await bench.run(
      { concurrency: 4 },
      { expectations, data: { name: 'a.csv', text: 'a\n1\n' } },
    );
    expect(valueOf(bench.runs.getSetup(place)).setup).toEqual({
      ...{ options: run.options, expectations, dataName: 'a.csv' },
    });
    valueOf(bench.runs.remove({ id: run.id }));
    expect(valueOf(bench.runs.getSetup(place)).setup?.expectations).toEqual(expectations);
    expect(valueOf(bench.runs.getSetup({ ...place, folderId: 'folder' }))).toEqual({ setup: null });
    const setup = { options: run.options, expectations: [], dataName: null };
    valueOf(bench.runs.saveSetup({ place, setup }));
    expect(valueOf(bench.runs.getSetup(place)).setup).toEqual(setup);
  });

  it('is refused with the value of a key in it, and nothing is kept of it or sent', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const bench = await benchOf({ drafts: [{ url: server.origin() }], origins: [server.origin()] });
    const expectations = forAll({ kind: 'header-equals', name: 'X-Echo', value: `is ${bench.secret}` });
    const setup = { options: DEFAULT_RUN_OPTIONS, expectations, dataName: null };
    const saved = errorOf(bench.runs.saveSetup({ place, setup }));
    const started = errorOf(
      await bench.runs.start({ id: 'run-0001', ...place, ...setup, options: setup.options, data: null }),
    );
    expect([saved.code, started.code]).toEqual(['text-holds-secret', 'text-holds-secret']);
    expect(JSON.stringify([saved, started])).not.toContain(bench.secret);
    expect(valueOf(bench.runs.getSetup(place))).toEqual({ setup: null });
    expect(server.received).toEqual([]);
  });
});
