import { afterEach, describe, expect, it } from 'vitest';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { searchBytes } from '../support/canary.ts';
import { closeAll, open } from '../support/closing.ts';
import { boundBench, changeBench, senderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

describe('{{postman-api-key}}', holds('binding.variable'), () => {
  it.each(['X-API-Key', 'x-api-key', 'X-Api-KEY'])(
    'typed as the value of %s is the automatic header, once',
    async (name) => {
      const { origin, server, bench } = await boundBench();

      const exchange = await bench.exchange({
        url: origin,
        headers: [{ name, value: '{{postman-api-key}}', isEnabled: true }],
      });

      const sent = server.received[0]?.rawHeaders.filter((text) => text.toLowerCase() === 'x-api-key');
      expect(sent).toEqual([name]);
      expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
      const shown = exchange.hops[0]?.requestHeaders.find((header) => header.name === name);
      expect(shown).toMatchObject({ isSecret: true, value: bench.keys.keys[0]?.mask });
    },
  );

  it('is sent inside the value where it was typed', async () => {
    const { origin, server, bench } = await boundBench();
    changeBench(bench, 'directory', { headerName: 'Authorization' });

    await bench.exchange({
      url: origin,
      headers: [{ name: 'Authorization', value: 'Bearer {{postman_api_key}}', isEnabled: true }],
    });

    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${bench.secret}`);
  });

  const misplaced: readonly (readonly [string, Partial<RequestDraft>])[] = [
    ['the host', { url: 'https://{{postman-api-key}}.test/' }],
    ['the path', { url: 'ORIGIN/{{postman-api-key}}' }],
    ['a typed query', { url: 'ORIGIN/?key={{ postman-api-key }}' }],
    ['a parameter', { params: [{ name: 'a', value: '{{postman_api_key}}', isEnabled: true }] }],
    ['a parameter’s name', { params: [{ name: '{{postman_api_key}}', value: 'a', isEnabled: true }] }],
    ['a JSON body', { method: 'POST', body: { kind: 'json', text: '"{{postman-api-key}}"' } }],
    ['a text body', { method: 'POST', body: { kind: 'text', text: '{{postman-api-key}}' } }],
    [
      'a form',
      {
        method: 'POST',
        body: { kind: 'form', fields: [{ name: 'a', value: '{{postman-api-key}}', isEnabled: true }] },
      },
    ],
    ['another header', { headers: [{ name: 'X-Other', value: '{{postman-api-key}}', isEnabled: true }] }],
    ['a header’s name', { headers: [{ name: '{{postman-api-key}}', value: 'a', isEnabled: true }] }],
  ];

  it.each(misplaced)('in %s is refused', async (_place, draft) => {
    const { origin, server, bench } = await boundBench();

    const result = await bench.send({
      url: origin,
      ...draft,
      ...(draft.url ? { url: draft.url.replace('ORIGIN', origin) } : {}),
    });

    expect(result).toMatchObject({ ok: false, error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    expect(bench.keys.opened).toEqual([]);
  });

  it('for an origin without a key is refused, never sent as text', async () => {
    const server = open(await startServer());
    const bench = open(senderBench(['https://api.keyfob.test']));
    const headers = [{ name: 'X-API-Key', value: '{{postman-api-key}}', isEnabled: true }];

    const refused = await bench.send({ url: server.origin(), headers });
    await bench.exchange({ url: server.origin(), headers }, { onWithheld: 'send-without-key' });

    expect(refused).toMatchObject({ ok: false, error: { code: 'variable-unresolved', field: 'headers' } });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers).not.toHaveProperty('x-api-key');
  });
});

describe('{{key:NAME}}', holds('binding.named-key'), () => {
  const reference = '{{key:Mine}}';
  const header = (name: string) => [{ name, value: reference, isEnabled: true }];

  async function namedBench() {
    const bound = await boundBench();
    changeBench(bound.bench, 'keys', { name: 'Mine' });
    return bound;
  }

  it('in its service’s header is that key, and its name goes nowhere', async () => {
    const { origin, server, bench } = await namedBench();
    await bench.exchange({ url: origin, headers: header('X-API-Key') });
    expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
    expect(JSON.stringify(server.received[0]?.rawHeaders)).not.toContain('Mine');
  });

  it('goes to no origin that the key is not bound to, and after a redirect to no other', async () => {
    const { bench, server } = await namedBench();
    const foreign = open(await startServer());
    const refused = await bench.exchange({ url: foreign.origin(), headers: header('X-API-Key') });
    expect(refused.outcome).toMatchObject({ kind: 'failed', error: { code: 'key-withheld' } });
    expect(foreign.connectionCount()).toBe(0);

    const redirecting = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(307, { location: foreign.origin() }).end();
        },
      }),
    );
    changeBench(bench, 'directory', { origins: [server.origin(), redirecting.origin()] });
    await bench.exchange({ url: redirecting.origin(), headers: header('X-API-Key') });
    expect(redirecting.received[0]?.headers['x-api-key']).toBe(bench.secret);
    expect(foreign.received).toHaveLength(1);
    expect(JSON.stringify(foreign.received[0]?.rawHeaders)).not.toContain(bench.secret);
    expect(foreign.received[0]?.headers).not.toHaveProperty('x-api-key');
  });

  const elsewhere: readonly (readonly [string, Partial<RequestDraft>])[] = [
    ['another header', { headers: header('X-Other') }],
    ['a header’s name', { headers: [{ name: reference, value: 'a', isEnabled: true }] }],
    ['the path', { url: `ORIGIN/${reference}` }],
    ['a parameter', { params: [{ name: 'a', value: reference, isEnabled: true }] }],
    [
      'a form',
      { method: 'POST', body: { kind: 'form', fields: [{ name: 'a', value: reference, isEnabled: true }] } },
    ],
  ];

  it.each(elsewhere)('in %s is refused, and opens no secret', async (_place, draft) => {
    const { origin, server, bench } = await namedBench();
    const url = draft.url?.replace('ORIGIN', origin) ?? origin;
    const result = await bench.send({ ...draft, url });
    expect(result.ok).toBe(false);
    expect(server.connectionCount()).toBe(0);
    expect(bench.keys.opened).toEqual([]);
  });

  it('in a body is text, and opens nothing but what signs the request', async () => {
    const { origin, server, bench } = await namedBench();
    const draft = {
      method: 'POST',
      body: { kind: 'text', text: reference },
      keyChoice: { kind: 'none' },
    } as const;
    await bench.exchange({ url: origin, ...draft });
    expect(server.received[0]?.body.toString()).toBe(reference);
    expect(bench.keys.opened).toEqual([]);
  });
});

describe('the key’s value typed into the address', holds('binding.typed-key'), () => {
  it('is refused when that key signs the request', async () => {
    const { origin, server, bench } = await boundBench();

    const exchange = await bench.exchange({ url: `${origin}/?q=${encodeURIComponent(bench.secret)}` });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    expect(searchBytes('exchange', JSON.stringify(exchange), [bench.secret])).toEqual([]);
  });
});
