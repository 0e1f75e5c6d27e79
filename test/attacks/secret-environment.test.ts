import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import {
  emptyRequestDraft,
  type MultipartPart,
  type RequestDraft,
} from '../../shared/domain/http-request.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentScope } from '../../electron/requests/request-place.ts';
import { formsOf, searchBytes } from '../support/canary.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { newSecret, senderBench } from '../support/sender-bench.ts';
import { answerOk, redirectTo, startServer, type Answer, type RecordingServer } from '../support/servers.ts';

afterEach(closeAll);

interface Wanted {
  readonly origins?: (server: RecordingServer) => readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly opening?: Result<string>;
  readonly secret?: string;
}

const MARK = 'kfmark00112233445566778899aabbccddeeff0000';

/** A server, and a bench whose environment has the secret variable `token`, which may go to that server alone. */
async function tokenBench({ origins = (server) => [server.origin()], values = {}, ...wanted }: Wanted = {}) {
  let answer: Answer = answerOk;
  const server = open(
    await startServer({
      answer: (request, response) => {
        answer(request, response);
      },
    }),
  );
  const answerWith = (other: Answer): void => {
    answer = other;
  };
  const secret = wanted.secret ?? newSecret();
  let opened = 0;
  const environment: EnvironmentScope = {
    name: 'Staging',
    values: new Map([...Object.entries(values), ['token', MARK]]),
    secretVariables: [
      {
        name: 'token',
        mark: MARK,
        origins: origins(server),
        open: () => {
          opened += 1;
          return wanted.opening ?? ok(secret);
        },
      },
    ],
    unusable: new Map(),
  };
  const bench = open(senderBench(['https://unused.keyfob.test'], { environment: () => environment }));
  return { server, secret, bench, answerWith, opened: () => opened };
}

const bearer = [{ name: 'Authorization', value: 'Bearer {{token}}', isEnabled: true }];
const custom = [{ name: 'X-Custom', value: 'a {{ token }} b', isEnabled: true }];
const post = (body: RequestDraft['body']) => ({ method: 'POST' as const, body });

/** Where nothing of the secret, nor of its mark, may be. */
function expectClean(secret: string, ...artefacts: readonly unknown[]): void {
  for (const artefact of artefacts) {
    const text = `${JSON.stringify(artefact)}\n${inspect(artefact, { depth: 20 })}`;
    expect(searchBytes('artefact', text, [secret])).toEqual([]);
    expect(text).not.toContain('kfmark');
  }
}

describe('a secret variable', holds('binding.secret-variable'), () => {
  it('goes in header values to an origin that it is bound to, and is masked wherever that is shown', async () => {
    const { server, secret, bench } = await tokenBench();
    const exchange = await bench.exchange({ url: server.origin(), headers: [...bearer, ...custom] });
    expect(server.received[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'x-custom': `a ${secret} b`,
    });
    const record = bench.history.get(exchange.id);
    expectClean(secret, exchange, record, bench.published, bench.logger.lines);
    expectClean(secret, bench.ledger.all('SELECT * FROM history'));
    expect(JSON.stringify(record)).toContain('Bearer {{token}}');
  });

  it.each([
    ['JSON', { kind: 'json', text: '{"t":"{{token}}"}' }, (value: string) => JSON.stringify({ t: value })],
    ['text', { kind: 'text', text: '{{token}}{{token}}' }, (value: string) => value + value],
    [
      'a form',
      { kind: 'form', fields: [{ name: 't', value: '{{token}}', isEnabled: true }] },
      (value: string) => new URLSearchParams({ t: value }).toString(),
    ],
    [
      'GraphQL',
      { kind: 'graphql', query: '{ a(t: "{{token}}") }', variables: '{"t":"{{token}}"}', operationName: '' },
      (value: string) =>
        JSON.stringify({ query: `{ a(t: ${JSON.stringify(value)}) }`, variables: { t: value } }),
    ],
  ] as const)('goes in %s, through another variable too', async (_kind, body, expected) => {
    const { server, secret, bench } = await tokenBench({ values: { alias: '{{token}}' } });
    const aliased = JSON.parse(JSON.stringify(body).replaceAll('{{token}}', '{{alias}}')) as typeof body;
    const exchange = await bench.exchange({ url: server.origin(), ...post(aliased) });
    expect(server.received[0]?.body.toString()).toBe(expected(secret));
    expectClean(secret, exchange, bench.history.get(exchange.id));
  });

  it('goes within the strings of a GraphQL body, whatever it holds', async () => {
    const secret = 'line one\r\nline "two" \\ $&';
    const { server, bench } = await tokenBench({ secret });
    const body = {
      kind: 'graphql',
      query: '{ a }',
      variables: '{"t":"{{token}}"}',
      operationName: '',
    } as const;
    const exchange = await bench.exchange({ url: server.origin(), ...post(body) });
    expect(JSON.parse(server.received[0]?.body.toString() ?? '')).toEqual({
      query: '{ a }',
      variables: { t: secret },
    });
    expectClean(secret, exchange, bench.history.get(exchange.id), bench.published, bench.logger.lines);
  });

  it.each([
    ['in its string', '{ a(t: "x {{token}} y") }', (value: string) => `x ${value} y`],
    [
      'after a comment and a block string',
      '# "\n{ a(b: """one \\""" " """, t: "{{token}}") }',
      (value: string) => value,
    ],
  ])('goes within the query of GraphQL, %s, whatever it holds', async (_where, query, expected) => {
    const secret = 'line one\r\nline "two" \\ $& {}';
    const { server, bench } = await tokenBench({ secret });
    const body = { kind: 'graphql', query, variables: '', operationName: '' } as const;

    const exchange = await bench.exchange({ url: server.origin(), ...post(body) });

    const sent = JSON.parse(server.received[0]?.body.toString() ?? '') as { query: string };
    const written = /t: ("(?:[^"\\]|\\.)*")/.exec(sent.query)?.[1] ?? '""';
    expect(JSON.parse(written)).toBe(expected(secret));
    expect(sent.query.replace(written, '')).toBe(query.replace(/"[^"]*\{\{token\}\}[^"]*"/, ''));
    expectClean(secret, exchange, bench.history.get(exchange.id));
  });

  it.each([
    ['a block string', 'a quote " and more of it', '{ a(t: """{{token}}""") }'],
    ['a comment', 'one line\n mutation { boom }', '# {{token}}\n{ a }'],
  ])('is refused in %s that it could end', async (_where, secret, query) => {
    const { server, bench } = await tokenBench({ secret });
    const body = {
      kind: 'graphql',
      query,
      variables: '',
      operationName: '',
    } as const;

    const exchange = await bench.exchange({ url: server.origin(), ...post(body) });

    expect(codeOf(exchange)).toBe('request-invalid');
    expect(server.connectionCount()).toBe(0);
  });

  it('goes within the strings of JSON, whatever it holds, and elsewhere as it is', async () => {
    const secret = '9007199254740993';
    const odd = 'line one\r\nline "two" \\ $&';
    for (const value of [secret, odd]) {
      const { server, bench } = await tokenBench({ secret: value });
      const text = String.raw`{"a":"\"{{token}}\\","b":[{{token}},"{{token}}"]}`;
      const isNumber = value === secret;
      await bench.exchange({
        url: server.origin(),
        ...post({ kind: 'json', text: isNumber ? text : text.replace('[{{token}},', '[') }),
      });
      const body = server.received[0]?.body.toString() ?? '';
      expect((JSON.parse(body) as { a: string }).a).toBe(`"${value}\\`);
      if (isNumber) expect(body).toContain('[9007199254740993,"9007199254740993"]');
    }
  });

  const textPart = (part: Partial<MultipartPart>): RequestDraft['body'] => ({
    kind: 'multipart',
    parts: [
      { kind: 'text', name: 'note', value: 'plain', contentType: '', isEnabled: true },
      {
        ...{ kind: 'text', name: 'token', value: '', contentType: '', isEnabled: true },
        ...part,
      } as MultipartPart, // of one kind
    ],
  });

  it('goes in a text part of a form, as it is, with the right length, and is masked where it is shown', async () => {
    const secret = 'line one\r\nline "two" --$&';
    const { server, bench } = await tokenBench({ values: { alias: '{{token}}' }, secret });
    const exchange = await bench.exchange({
      url: server.origin(),
      ...post(textPart({ value: '<{{alias}}>' })),
    });
    const [received] = server.received;
    expect(received?.body.toString()).toContain(`name="token"\r\n\r\n<${secret}>\r\n--`);
    expect(Number(received?.headers['content-length'])).toBe(received?.body.length);
    expectClean(secret, exchange, bench.history.get(exchange.id), bench.published, bench.logger.lines);
  });

  it('in a part of a form goes to no origin that it is not bound to, nor on with a redirect', async () => {
    const bound = await tokenBench({ origins: () => ['https://else.keyfob.test'] });
    const withheld = await bound.bench.exchange({
      url: bound.server.origin(),
      ...post(textPart({ value: '{{token}}' })),
    });
    expect(withheld.outcome).toMatchObject({ kind: 'failed', error: { code: 'variable-withheld' } });
    expect(bound.server.connectionCount()).toBe(0);
    expect(bound.opened()).toBe(0);

    const foreign = open(await startServer());
    const { server, secret, bench, answerWith } = await tokenBench();
    answerWith(redirectTo(`${foreign.origin()}/`, 307));
    const exchange = await bench.exchange({
      url: server.origin(),
      ...post(textPart({ value: '{{token}}' })),
    });
    expect(exchange.outcome.kind).toBe('failed');
    expect(foreign.connectionCount()).toBe(0);
    expectClean(secret, exchange);
  });

  it.each([
    ['its name', { name: '{{token}}' }],
    ['its type', { value: 'x', contentType: 'text/{{token}}' }],
  ])('that would end the head of a part in %s is not sent', async (_place, part) => {
    const { server, bench } = await tokenBench({ secret: 'a"\r\nX-Injected: yes' });
    const exchange = await bench.exchange({ url: server.origin(), ...post(textPart(part)) });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'request-invalid' } });
    expect(server.received).toEqual([]);
  });

  it('with characters that have a meaning in a replacement goes as it is', async () => {
    const secret = "pa$$w0rd$&$'$1";
    const { server, bench } = await tokenBench({ secret });
    await bench.exchange({ url: server.origin(), ...post({ kind: 'text', text: '{{token}}' }) });
    expect(server.received[0]?.body.toString()).toBe(secret);
  });

  const misplaced: readonly (readonly [string, Partial<RequestDraft>])[] = [
    ['the path', { url: 'ORIGIN/{{token}}' }],
    ['the host', { url: 'https://{{token}}.test/' }],
    ['a typed query', { url: 'ORIGIN/?t={{token}}' }],
    ['a parameter', { params: [{ name: 't', value: '{{token}}', isEnabled: true }] }],
    [
      'a path variable',
      { url: 'ORIGIN/:t', pathVariables: [{ name: 't', value: '{{token}}', isEnabled: true }] },
    ],
    ['a header’s name', { headers: [{ name: '{{token}}', value: 'a', isEnabled: true }] }],
    [
      'the header of a key',
      { headers: [{ name: 'X-API-Key', value: '{{postman-api-key}}{{token}}', isEnabled: true }] },
    ],
  ];

  it.each(misplaced)('in %s is refused, and not opened', async (_place, draft) => {
    const { server, secret, bench, opened } = await tokenBench();
    const url = draft.url?.replace('ORIGIN', server.origin()) ?? server.origin();
    const result = await bench.send({ ...draft, url });
    expect(result).toMatchObject({ ok: false, error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    expect(opened()).toBe(0);
    expectClean(secret, result);
    const preview = await bench.service.preview({
      draft: { ...emptyRequestDraft(), ...draft, url },
      collectionId: null,
      requestId: null,
    });
    expectClean(secret, preview);
    expect(preview).toMatchObject({
      ok: true,
      value: { problem: { message: expect.stringContaining('{{token}}') as string } },
    });
  });

  it('goes to no origin that it is not bound to, by no name of the same server, and is not opened for it', async () => {
    const other = open(await startServer());
    for (const origins of [
      () => [],
      () => [other.origin()],
      (server: RecordingServer) => [`${server.origin()}0`],
    ]) {
      const { server, secret, bench, opened } = await tokenBench({ origins });
      const exchange = await bench.exchange({ url: server.origin(), headers: bearer });
      expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'variable-withheld' } });
      expect(server.connectionCount()).toBe(0);
      expect(opened()).toBe(0);
      expectClean(secret, exchange);
    }
  });

  it('goes over plain http to no other computer, whatever it is bound to', async () => {
    const { bench, opened } = await tokenBench({ origins: () => ['http://api.keyfob.test'] });
    const exchange = await bench.exchange({ url: 'http://api.keyfob.test/', headers: bearer });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'variable-withheld' } });
    expect(opened()).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect with %i to another origin',
    async (status) => {
      const foreign = open(await startServer());
      const { server, secret, bench, answerWith } = await tokenBench();
      answerWith((_request, response) => {
        response.writeHead(status, { location: foreign.origin() }).end();
      });
      const agent = [{ name: 'User-Agent', value: 'x {{token}}', isEnabled: true }];
      for (const headers of [bearer, custom, agent]) {
        const exchange = await bench.exchange({
          url: server.origin(),
          headers,
          ...post({ kind: 'json', text: '{"t":"{{token}}"}' }),
        });
        expectClean(secret, exchange);
      }
      expect(server.received).toHaveLength(3);
      const received = foreign.received.map(({ rawHeaders, body }) => `${rawHeaders.join()}${body}`);
      expectClean(secret, received);
    },
  );

  it('is masked in a response that echoes it, in its headers and in an address that it redirects to', async () => {
    const { server, secret, bench, answerWith } = await tokenBench();
    answerWith((_request, response) => {
      response
        .writeHead(200, { 'x-echo': secret })
        .end(JSON.stringify({ echo: secret, at: encodeURIComponent(secret) }));
    });
    const echoed = await bench.exchange({ url: server.origin(), headers: bearer });
    expectClean(secret, echoed, bench.history.get(echoed.id));
    answerWith((_request, response) => {
      response.writeHead(302, { location: `/?t=${encodeURIComponent(secret)}` }).end();
    });
    const redirected = await bench.exchange({ url: server.origin(), headers: bearer });
    expect(redirected.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
    expectClean(secret, redirected);
  });

  it('with characters beyond ASCII is masked in every form in which its server sends it back', async () => {
    const secret = 'Schlüssel "€" 鍵 😀 0123456789';
    const { server, bench, answerWith } = await tokenBench({ secret });
    for (const [form, bytes] of formsOf(secret)) {
      for (const type of ['text/plain', 'text/plain; charset=iso-8859-1', 'application/octet-stream']) {
        answerWith((_request, response) => {
          response.setHeader('Content-Type', type);
          // UTF-16 has bytes that no header may carry.
          if (!form.startsWith('utf16')) response.setHeader('X-Echo', bytes.toString('latin1'));
          response.end(Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]));
        });
        const exchange = await bench.exchange({
          url: server.origin(),
          ...post({ kind: 'text', text: '{{token}}' }),
        });
        expect(server.received.at(-1)?.body.toString()).toBe(secret);
        const record = bench.history.get(exchange.id);
        expectClean(secret, exchange, record);
        const text = JSON.stringify([exchange, record, bench.ledger.all('SELECT * FROM history')]);
        const hex = /"hex":"([0-9a-f]*)"/.exec(text)?.[1] ?? '';
        const kept = await bench.service.readBody({ id: exchange.id, offset: 0, length: 100_000 });
        const shown = [
          Buffer.from(text, 'latin1'),
          Buffer.from(hex, 'hex'),
          Buffer.from(kept.ok ? kept.value.base64 : '', 'base64'),
        ];
        expect(kept.ok).toBe(true);
        expect(shown.flatMap((each) => searchBytes(`${form} as ${type}`, each, [secret]))).toEqual([]);
      }
    }
  });

  it('typed into the address by its value is refused where it is used too; a plain word is not', async () => {
    const { server, secret, bench } = await tokenBench();
    const exchange = await bench.exchange({
      url: `${server.origin()}/?t=${encodeURIComponent(secret)}`,
      headers: bearer,
    });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    const word = await tokenBench({ secret: 'admin' });
    await word.bench.exchange({ url: `${word.server.origin()}/admin`, headers: bearer });
    expect(word.server.received[0]?.url).toBe('/admin');
  });

  it('that no header can carry is refused without repeating it', async () => {
    const { server, secret, bench } = await tokenBench({ secret: 'line one 1\r\nX-Injected: yes' });
    const exchange = await bench.exchange({ url: server.origin(), headers: custom });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'request-invalid' } });
    expect(server.connectionCount()).toBe(0);
    expectClean(secret, exchange);
  });

  it('that does not open stops the request, with the reason', async () => {
    const { server, bench } = await tokenBench({ opening: failed('vault-locked') });
    const exchange = await bench.exchange({ url: server.origin(), headers: bearer });
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'vault-locked' } });
    expect(server.connectionCount()).toBe(0);
  });
});
