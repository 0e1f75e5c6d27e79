import { afterEach, describe, expect, it } from 'vitest';
import type { Run, RunRecord } from '../../../shared/domain/run.ts';
import { closeAll, open } from '../../support/closing.ts';
import { valueOf } from '../../support/results.ts';
import { runBench, type RunBench } from '../../support/run-bench.ts';
import { startServer, type Answer } from '../../support/servers.ts';

afterEach(closeAll);

const serve = async (answer: Answer) => open(await startServer({ answer }));
const benchOf = async (options: Parameters<typeof runBench>[0]) => open(await runBench(options));

const json =
  (value: unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
  };

const recordsOf = ({ runs }: RunBench, { id, totals }: Run): RunRecord[] =>
  Array.from({ length: totals.done }, (_none, index) => valueOf(runs.getRecord({ id, seq: index + 1 })));

describe('a run whose requests keep values of answers', () => {
  it('hands values of answers on within their iteration, one iteration beside another, and masks the secret ones', async () => {
    const tokens: string[] = [];
    const server = await serve((request, response) => {
      if (request.url !== '/login') {
        response.end('ok');
        return;
      }
      const token = `made-up-token-${String(tokens.length)}-0123456789`;
      tokens.push(token);
      json({ token, id: tokens.length, note: token })(request, response);
    });
    const keeps = ['token', 'id'].map((name) => ({
      ...{ name, from: 'json-path' as const, at: `$.${name}` },
      ...{ isHidden: false, isEnabled: true },
    }));
    const drafts = [
      { url: `${server.origin()}/login`, keeps },
      {
        url: `${server.origin()}/{{id}}`,
        headers: [{ name: 'Authorization', value: 'Bearer {{token}}', isEnabled: true }],
      },
    ];
    const bench = await benchOf({ drafts, origins: [server.origin()] });

    const run = await bench.run({ iterations: 6, concurrency: 3 });

    expect(run.totals).toMatchObject({ done: 12, passed: 12 });
    const used = server.received.filter(({ url }) => url !== '/login');
    for (const { url, headers } of used)
      expect(headers.authorization).toBe(`Bearer ${tokens[Number(url.slice(1)) - 1] ?? ''}`);
    expect(new Set(used.map(({ url }) => url)).size).toBe(6);
    const kept = JSON.stringify([
      recordsOf(bench, run),
      bench.published,
      bench.keys.ledger.all('SELECT * FROM run_rows'),
    ]);
    for (const token of tokens) expect(kept).not.toContain(token);
  });

  it('says where an answer gave no value, and does not send what needs it', async () => {
    const server = await serve(json({}));
    const keeps = [{ name: 'id', from: 'json-path' as const, at: '$.id', isHidden: false, isEnabled: true }];
    const drafts = [{ url: server.origin(), keeps }, { url: `${server.origin()}/{{id}}` }];
    const bench = await benchOf({ drafts, origins: [server.origin()] });

    const run = await bench.run();

    expect(run.totals).toMatchObject({ done: 2, passed: 0 });
    const [first, second] = recordsOf(bench, run);
    expect(first?.expectations).toMatchObject([
      { expectation: { kind: 'json-path-exists', path: '$.id' }, isMet: false, finding: 'nothingAtPath' },
    ]);
    expect(second?.problem?.message).toMatch(/gave no value: there is nothing at the path/);
    // The row of a data file comes first.
    await bench.run({}, { data: { name: 'ids.csv', text: 'id\n7\n' } });
    expect(server.received.map(({ url }) => url)).toEqual(['/', '/', '/7']);
  });
});
