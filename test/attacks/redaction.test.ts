import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PREVIEW_LIMIT_BYTES, type Exchange } from '../../shared/domain/exchange.ts';
import { emptyRequestDraft, type RequestDraft } from '../../shared/domain/http-request.ts';
import { NOT_KEPT } from '../../electron/requests/not-kept.ts';
import { createRedactor } from '../../electron/requests/redactor.ts';
import { formsOf, searchBytes } from '../support/canary.ts';
import { closeAll, open } from '../support/closing.ts';
import { responseOf, textOf } from '../support/exchange-reading.ts';
import { valueOf } from '../support/results.ts';
import { proxyOn, routesWith } from '../support/route-choices.ts';
import { newSecret, senderBench, type SenderBench } from '../support/sender-bench.ts';
import { startServer, type Answer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

/** Everything that leaves the sender for an exchange. */
function artefacts(bench: SenderBench, exchange: Exchange): string {
  return [
    JSON.stringify(exchange),
    inspect(exchange, { depth: null, maxStringLength: null }),
    JSON.stringify(bench.history.get(exchange.id)),
    JSON.stringify(bench.history.list({ limit: 100, before: null, search: '' })),
    JSON.stringify(bench.published),
    inspect(bench.logger.lines, { depth: null }),
  ].join('\n');
}

async function echo(answer: (secret: string) => Answer): Promise<{
  readonly bench: SenderBench;
  readonly exchange: Exchange;
}> {
  const secret = newSecret();
  const server = open(
    await startServer({ answer: (request, response) => answer(secret)(request, response) }),
  );
  const bench = open(senderBench([server.origin()], { secret }));
  const exchange = await bench.exchange({ url: server.origin() });
  expect(server.received[0]?.headers['x-api-key']).toBe(secret);
  return { bench, exchange };
}

const secretForForms = 'xx-forms';
const formNames = [...formsOf(secretForForms).keys()];

describe('a response that echoes the key', holds('confinement.echo'), () => {
  it.each(formNames)('(%s) is masked in its text, its headers and the history', async (form) => {
    const { bench, exchange } = await echo((secret) => (_request, response) => {
      const bytes = formsOf(secret).get(form) ?? Buffer.from('missing');
      response.setHeader('Content-Type', 'text/plain');
      // UTF-16 has NULs, which no header may carry.
      if (!form.startsWith('utf16')) response.setHeader('X-Echo', bytes.toString('latin1'));
      response.end(Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]));
    });

    expect(searchBytes('artefacts', artefacts(bench, exchange), [bench.secret])).toEqual([]);
    expect(textOf(exchange)).toMatch(/^before [^]+ after$/);
    expect(responseOf(exchange).isRedacted).toBe(true);
  });

  it.each(formNames)('(%s) is masked in bytes that are no text', async (form) => {
    const { bench, exchange } = await echo((secret) => (_request, response) => {
      response.setHeader('Content-Type', 'application/octet-stream');
      response.end(
        Buffer.concat([
          Buffer.from([0, 255, 0]),
          formsOf(secret).get(form) ?? Buffer.from(''),
          Buffer.from([0]),
        ]),
      );
    });

    const { body, isRedacted } = responseOf(exchange);
    expect(body.kind).toBe('binary');
    expect(isRedacted).toBe(true);
    const bytes = body.kind === 'binary' ? Buffer.from(body.hex, 'hex') : Buffer.alloc(0);
    expect(searchBytes('bytes', bytes, [bench.secret])).toEqual([]);
    expect(searchBytes('artefacts', artefacts(bench, exchange), [bench.secret])).toEqual([]);
  });

  it('is masked in the reason phrase, in a compressed body and in UTF-16', async () => {
    const answers: readonly ((secret: string) => Answer)[] = [
      (secret) => (_request, response) => {
        response.writeHead(200, `Hello ${secret}`);
        response.end();
      },
      (secret) => (_request, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'text/html' });
        response.end(gzipSync(`<b>${secret}</b>`));
      },
      (secret) => (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-16le' });
        response.end(Buffer.from(`hello ${secret}`, 'utf16le'));
      },
    ];
    for (const answer of answers) {
      const { bench, exchange } = await echo(answer);
      expect(searchBytes('artefacts', artefacts(bench, exchange), [bench.secret])).toEqual([]);
    }
  });

  it('in a mixture of escapes is masked', () => {
    const secret = newSecret();
    const redactor = createRedactor();
    redactor.add(secret, 'MASK');
    const escapes: readonly ((character: string) => string)[] = [
      (character) => character,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      (character) => `&#${String(character.charCodeAt(0))};`,
      (character) => `&#x${character.charCodeAt(0).toString(16)};`,
    ];
    for (let shift = 0; shift < escapes.length; shift += 1) {
      const text = [...secret]
        .map((character, index) => escapes[(index + shift) % escapes.length]?.(character))
        .join('');
      expect(redactor.mask(`<${text}>`)).toBe('<MASK>');
    }
  });

  it.each([-60, -20, -1, 0, 3])(
    '%i characters from the end of the preview is never cut in half',
    async (offset) => {
      const { bench, exchange } = await echo((secret) => (_request, response) => {
        response.setHeader('Content-Type', 'text/plain');
        response.end(`${'x'.repeat(PREVIEW_LIMIT_BYTES + offset)}${secret}${'y'.repeat(1000)}`);
      });

      const text = textOf(exchange);
      expect(text).not.toContain(bench.secret.slice(0, 6));
      expect(responseOf(exchange).body).toMatchObject({ isTruncated: true });
    },
  );

  it('is masked in a URL that the server redirects to on its own origin', async () => {
    const { bench, exchange } = await echo((secret) => (_request, response) => {
      response.writeHead(302, { Location: `/?echo=${encodeURIComponent(secret)}` });
      response.end();
    });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
    expect(searchBytes('artefacts', artefacts(bench, exchange), [bench.secret])).toEqual([]);
  });
});

describe('the credentials of a proxy', () => {
  const credentials = { userName: 'me', secret: 'proxy-pass/word-ü-2031' };

  it('are masked in what the proxy sends back of them', async () => {
    const proxy = open(
      await startServer({
        answer: (request, response) => {
          const sent = request.headers['proxy-authorization'] ?? 'nothing';
          const plain = Buffer.from(sent.replace('Basic ', ''), 'base64').toString();
          response.setHeader('X-Echo', sent);
          response.setHeader('X-Plain', Buffer.from(plain).toString('latin1'));
          response.end(JSON.stringify({ sent, plain, inner: Buffer.from(sent).toString('base64') }));
        },
      }),
    );
    const routes = routesWith({ proxy: { ...proxyOn(Number(new URL(proxy.origin()).port)), credentials } });
    const bench = open(senderBench(['https://unused.keyfob.test'], { routes }));
    const exchange = await bench.exchange({ url: 'http://plain.keyfob.test/' });

    const basic = Buffer.from(`me:${credentials.secret}`).toString('base64').replaceAll('=', '');
    expect(proxy.received[0]?.headers['proxy-authorization']).toContain(`Basic ${basic}`);
    expect(responseOf(exchange).isRedacted).toBe(true);
    const kept = valueOf(await bench.service.readBody({ id: exchange.id, offset: 0, length: 10_000 }));
    for (const shown of [artefacts(bench, exchange), Buffer.from(kept.base64, 'base64')])
      expect(searchBytes('shown', shown, [credentials.secret, basic])).toEqual([]);
  });

  it('are no reason to refuse a request that happens to hold them', async () => {
    const proxy = open(await startServer());
    const routes = routesWith({ proxy: { ...proxyOn(Number(new URL(proxy.origin()).port)), credentials } });
    const bench = open(senderBench(['https://unused.keyfob.test'], { routes }));
    const draft = { url: `http://plain.keyfob.test/?q=${encodeURIComponent(credentials.secret)}` };
    for (const exchange of [await bench.exchange(draft), await bench.exchange(draft)])
      expect(exchange.outcome.kind).toBe('response');
  });
});

describe('a key that Keyfob does not know', () => {
  it('is masked by its shape alone', holds('confinement.unknown-key'), async () => {
    const hex = (length: number): string => 'a1'.repeat(length / 2);
    const shapes = [
      ['PMAK', hex(24), hex(34)].join('-'),
      ['PMAT', '01ABCDEFGH'.repeat(3).slice(0, 26)].join('-'),
      ['kfak', 'x1', 'Z9'.repeat(19)].join('_'),
    ];
    const server = open(
      await startServer({ answer: (_request, response) => response.end(JSON.stringify({ shapes })) }),
    );
    const bench = open(senderBench([]));

    const exchange = await bench.exchange({ url: `${server.origin()}/?x=${shapes.join()}` });

    expect(searchBytes('artefacts', artefacts(bench, exchange), shapes)).toEqual([]);
    expect(server.received[0]?.url).toContain(shapes[0]);
  });
});

describe('the history', holds('confinement.history'), () => {
  const typed = 'typed-by-hand-123';

  it('holds no typed secret in the clear, and what is sent again asks for it', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([]));
    const row = (name: string): { name: string; value: string; isEnabled: true } => ({
      name,
      value: typed,
      isEnabled: true,
    });
    const draft: RequestDraft = {
      ...emptyRequestDraft(),
      method: 'POST',
      url: `${server.origin()}/?access_key=${typed}&q=kept`,
      params: ['apikey', 'api_key', 'token', 'access_token', 'key', 'Client-Secret'].map(row),
      headers: [
        'Authorization',
        'Cookie',
        'Proxy-Authorization',
        'X-API-Key',
        'X-Functions-Key',
        'X-Auth-Token',
      ].map(row),
      body: {
        kind: 'json',
        text: JSON.stringify({ password: typed, client_secret: typed, name: 'kept', max_tokens: 5 }),
      },
    };

    const exchange = await bench.exchange(draft);
    const record = valueOf(bench.history.get(exchange.id));
    const again = await bench.send(record.draft);

    expect(artefacts(bench, exchange)).not.toContain(typed);
    expect(server.received).toHaveLength(1);
    expect(again).toMatchObject({ ok: false, error: { code: 'request-invalid' } });
    expect(record.draft.url).toContain('q=kept');
    expect(record.draft.body).toEqual({
      kind: 'json',
      text: JSON.stringify({ password: NOT_KEPT, client_secret: NOT_KEPT, name: 'kept', max_tokens: 5 }),
    });
  });

  it('keeps no secret that was typed into a GraphQL query or its variables', async () => {
    const body = (secret: string) => ({
      kind: 'graphql' as const,
      query: `mutation { login(name: "kept", password: "${secret}", token: """${secret}""") { ok } }`,
      variables: JSON.stringify({ client_secret: secret, name: 'kept' }),
      operationName: '',
    });
    const server = open(await startServer());
    const bench = open(senderBench([]));

    const exchange = await bench.exchange({
      ...emptyRequestDraft(),
      method: 'POST',
      url: `${server.origin()}/`,
      body: body(typed),
    });

    expect(artefacts(bench, exchange)).not.toContain(typed);
    expect(valueOf(bench.history.get(exchange.id)).draft.body).toEqual({
      ...body(NOT_KEPT),
      query: body(NOT_KEPT).query.replaceAll('"""', '"'),
    });
  });

  it('keeps the templates that stand for secrets', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()]));
    const headers = [{ name: 'X-API-Key', value: '{{postman-api-key}}', isEnabled: true }];

    const exchange = await bench.exchange({ url: server.origin(), headers });

    expect(valueOf(bench.history.get(exchange.id)).draft.headers).toEqual(headers);
  });

  it('marks the place where a draft holds the value of the key that signed it', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()]));

    const exchange = await bench.exchange({
      url: server.origin(),
      method: 'POST',
      headers: [{ name: 'X-Note', value: `is ${bench.secret}`, isEnabled: true }],
      body: { kind: 'text', text: `check ${bench.secret}` },
    });

    expect(searchBytes('artefacts', artefacts(bench, exchange), [bench.secret])).toEqual([]);
    const { draft } = valueOf(bench.history.get(exchange.id));
    expect(draft.headers[0]?.value).toBe(NOT_KEPT);
    expect(draft.body).toEqual({ kind: 'text', text: NOT_KEPT });
  });

  it('holds no cookie of a response, which the window shows', async () => {
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { 'Set-Cookie': 'sid=abc123', 'X-Auth-Token': 'abc123' });
          response.end();
        },
      }),
    );
    const bench = open(senderBench([]));

    const exchange = await bench.exchange({ url: server.origin() });

    expect(JSON.stringify(exchange)).toContain('sid=abc123');
    expect(JSON.stringify(bench.history.get(exchange.id))).not.toContain('abc123');
  });
});

describe(
  'a header value that no header may carry',
  holds('limits.header-values', 'confinement.failures'),
  () => {
    it.each(['a\r\nX-Injected: 1', 'a\nb', 'a\0b', 'na\u00efve', 'a\u007f', '\u{1F511}'])(
      '(%j) is refused without being repeated',
      async (value) => {
        const bench = open(senderBench(['https://api.keyfob.test']));

        const result = await bench.send({
          url: 'https://api.keyfob.test/',
          headers: [{ name: 'X-Value', value: `MARK${value}`, isEnabled: true }],
        });

        expect(result).toMatchObject({
          ok: false,
          error: { code: 'request-invalid', field: 'headers.0.value' },
        });
        expect(JSON.stringify(result)).not.toContain('MARK');
        expect(inspect(bench.logger.lines)).not.toContain('MARK');
      },
    );
  },
);
