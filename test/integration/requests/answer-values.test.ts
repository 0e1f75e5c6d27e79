import { afterEach, describe, expect, it } from 'vitest';
import type { KeepRow } from '../../../shared/domain/kept-value.ts';
import { listVariables } from '../../../electron/environments/list-variables.ts';
import { closeAll, open } from '../../support/closing.ts';
import { responseOf, textOf } from '../../support/exchange-reading.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { senderBench, type SenderBench } from '../../support/sender-bench.ts';
import { startServer, type Answer } from '../../support/servers.ts';

afterEach(closeAll);

const TOKEN = 'made-up-token-0123456789';

const keep = (name: string, at: string, more: Partial<KeepRow> = {}): KeepRow => ({
  ...{ name, from: 'json-path', at, isHidden: false, isEnabled: true },
  ...more,
});

const login: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', Location: '/users/7' });
  response.end(JSON.stringify({ access_token: TOKEN, user: { id: 7, name: 'Ada' }, list: [{ id: 'a b' }] }));
};

async function serve(answer: Answer = login) {
  return open(await startServer({ answer }));
}

const bearer = (name: string) => [{ name: 'Authorization', value: `Bearer {{${name}}}`, isEnabled: true }];

async function variable(bench: SenderBench, name: string) {
  const place = await bench.places.find(null, null);
  if (place === null) return undefined;
  const scope = new Map(place.answers?.values);
  return listVariables({ place, scope, serviceName: null, keyNames: [] }).find((each) => each.name === name);
}

describe('a value that is kept of an answer', () => {
  it('is there for the requests that follow: ids everywhere, tokens in headers, masked wherever they are shown', async () => {
    const server = await serve();
    const bench = open(senderBench([]));
    const sent = await bench.exchange({
      name: 'Log in',
      url: `${server.origin()}/login`,
      keeps: [
        keep('token', '$.access_token'),
        keep('id', '$.user.id'),
        keep('first', "$['list'][-1].id"),
        keep('where', 'location', { from: 'header' }),
        keep('code', '', { from: 'status' }),
        keep('unused', '$.user.id', { isEnabled: false }),
      ],
    });
    // What was taken is masked in the answer that gave it.
    expect(textOf(sent)).not.toContain(TOKEN);
    expect(textOf(sent)).toContain('"name":"Ada"');
    expect(responseOf(sent)).toMatchObject({ isRedacted: true });
    expect(responseOf(sent).keptBytes).toBeUndefined();
    expect(errorOf(await bench.service.readBody({ id: sent.id, offset: 0, length: 10 })).code).toBe(
      'not-found',
    );

    const used = await bench.exchange({
      method: 'POST',
      url: `${server.origin()}{{where}}/{{id}}`,
      params: [{ name: 'q', value: '{{first}}-{{code}}', isEnabled: true }],
      headers: bearer('token'),
      body: { kind: 'json', text: '{"t":"{{token}}"}' },
    });

    expect(server.received[1]).toMatchObject({
      url: '/users/7/7?q=a%20b-200',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: `{"t":"${TOKEN}"}`,
    });
    expect(JSON.stringify(used)).not.toContain(TOKEN);
    expect(JSON.stringify(bench.published)).not.toContain(TOKEN);
    const { entries } = valueOf(bench.history.list({ limit: 10, before: null, search: '' }));
    for (const { id } of entries) expect(JSON.stringify(bench.history.get(id))).not.toContain(TOKEN);
    expect(await variable(bench, 'token')).toMatchObject({
      value: null,
      isHidden: true,
      source: { kind: 'answer', request: 'Log in', origin: server.origin() },
    });
    expect(await variable(bench, 'id')).toMatchObject({ value: '7', isHidden: false });
    expect(await variable(bench, 'unused')).toBeUndefined();
  });

  it('goes to the server that gave it alone, until the person allows another', async () => {
    const server = await serve();
    const other = await serve((_request, response) => response.end('ok'));
    const asked: string[] = [];
    let agrees = false;
    const bench = open(
      senderBench([], {
        confirmOrigins: (name, origins) => {
          asked.push(`${name} ${origins.join()}`);
          return Promise.resolve(agrees);
        },
      }),
    );
    await bench.exchange({ url: server.origin(), keeps: [keep('token', '$.access_token')] });
    const abroad = { url: `${other.origin()}/`, headers: bearer('token') };
    expect((await bench.exchange(abroad)).outcome).toMatchObject({ error: { code: 'variable-withheld' } });
    expect(other.connectionCount()).toBe(0);

    const allow = () => bench.answerValues.allow(null, 'token', other.origin());
    expect(errorOf(await allow()).code).toBe('cancelled');
    agrees = true;
    valueOf(await allow());
    expect(asked).toEqual([`token ${other.origin()}`, `token ${other.origin()}`]);
    await bench.exchange(abroad);
    expect(other.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(errorOf(await bench.answerValues.allow(null, 'nobody', other.origin())).code).toBe('not-found');
  });

  it('that is not there says so, also where a variable of that name is written down', async () => {
    const server = await serve();
    const values = new Map([['id', 'written']]);
    const environment = { name: 'E', values, secretVariables: [], unusable: new Map() };
    const bench = open(senderBench([], { environment: () => environment }));
    const url = `${server.origin()}/{{id}}`;
    await bench.exchange({ url });
    await bench.exchange({ name: 'Log in', url: server.origin(), keeps: [keep('id', '$.no.such[0]')] });

    const error = errorOf(await bench.send({ url }));
    expect(error.code).toBe('variable-unresolved');
    expect(error.message).toBe('The answer of “Log in” gave no value: there is nothing at the path.');
    expect((await variable(bench, 'id'))?.problem?.message).toBe(error.message);
    bench.answerValues.clear(null, 'id');
    await bench.exchange({ url });
    expect(server.received.map((each) => each.url)).toEqual(['/written', '/', '/written']);
  });

  it('stays when the same secret comes masked, is of its collection alone, and is forgotten at the lock', async () => {
    const server = await serve();
    const vault = fakeVault();
    const bench = open(senderBench([], { vault }));
    const logIn = {
      url: server.origin(),
      headers: bearer('token'),
      keeps: [keep('token', '$.access_token')],
    };
    await bench.exchange({ ...logIn, headers: [] });
    await bench.exchange(logIn);
    await bench.exchange(logIn);
    expect(server.received[2]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    const elsewhere = await bench.send(
      { url: server.origin(), headers: bearer('token') },
      { collectionId: 'other' },
    );
    expect(errorOf(elsewhere).code).toBe('variable-unresolved');

    vault.become({ kind: 'locked', reason: 'hand', holder: 'passphrase' });
    expect(bench.answerValues.secretsOf(null)).toEqual([]);
    expect(bench.answerValues.scopeOf(null)).toBeNull();
  });
});
