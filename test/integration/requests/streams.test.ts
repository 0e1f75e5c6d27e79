import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/domain/http-request.ts';
import { closeAll, open } from '../../support/closing.ts';
import { codeOf, responseOf, textOf } from '../../support/exchange-reading.ts';
import { inMemoryBodyFiles } from '../../support/in-memory-body-files.ts';
import { valueOf } from '../../support/results.ts';
import { senderBench, type SenderBench } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';

afterEach(closeAll);

const ID = 'exchange-1';

/** A server that begins an answer and leaves the rest to the test. */
async function begin(headers: Record<string, string>, first: string) {
  const begun: ServerResponse[] = [];
  const server = open(
    await startServer({
      answer: (_request, response) => {
        response.writeHead(200, headers);
        response.write(first);
        begun.push(response);
      },
    }),
  );
  const files = inMemoryBodyFiles();
  const bench = open(senderBench([server.origin()], { bodyFiles: files }));
  const sending = bench.exchange({ url: `${server.origin()}/stream` }, { id: ID });
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  return { bench, files, sending, response: begun[0] as ServerResponse }; // just waited for
}

function streamed(bench: SenderBench): readonly EventPayload<'requests.streamed'>[] {
  return bench.published
    .filter(({ event }) => event === 'requests.streamed')
    .map(({ payload }) => payload as EventPayload<'requests.streamed'>); // of this event
}

const received = (bench: SenderBench, count: number) =>
  vi.waitFor(() => expect(streamed(bench).at(-1)?.count).toBe(count));

describe('server-sent events', () => {
  const sse = { 'Content-Type': 'text/event-stream; charset=utf-8' };

  it('are told as they come, masked, and are in the answer once it is stopped', async () => {
    const { bench, sending, response } = await begin(sse, ': hello\n\nevent: greeting\nid: 7\ndata: one\n\n');
    await received(bench, 1);
    response.write(`data: your key is ${bench.secret}\ndata: second line\n\ndata: half`);
    await received(bench, 2);

    bench.service.stop({ id: ID });
    const exchange = await sending;

    const { events, end, body } = responseOf(exchange);
    expect(end).toBe('stopped');
    expect(events?.count).toBe(2);
    expect(events?.rows.map(({ number, name, id, data }) => ({ number, name, id, data }))).toEqual([
      { number: 1, name: 'greeting', id: '7', data: 'one' },
      { number: 2, name: '', id: '', data: expect.stringContaining('second line') as string },
    ]);
    expect(body).toMatchObject({ kind: 'text', text: expect.stringContaining('data: half') as string });
    expect(JSON.stringify([bench.published, exchange])).not.toContain(bench.secret);
  });

  it('are not ended by the timeout, and a connection that ends in the middle leaves what came', async () => {
    const begun: ServerResponse[] = [];
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, sse);
          response.write('data: 1\n\n');
          begun.push(response);
        },
      }),
    );
    const bench = open(senderBench([server.origin()]));
    const settings = { ...DEFAULT_REQUEST_SETTINGS, timeoutMs: 300 };
    const startedAt = Date.now();
    const sending = bench.exchange({ url: server.origin(), settings }, { id: ID });
    await received(bench, 1);
    await vi.waitFor(() => expect(Date.now() - startedAt).toBeGreaterThan(400), { timeout: 2_000 });
    begun[0]?.write('data: 2\n\n');
    await received(bench, 2);
    begun[0]?.destroy();

    const { events, end } = responseOf(await sending);
    expect(end).toBe('broken');
    expect(events?.rows.map(({ data }) => data)).toEqual(['1', '2']);
  });

  it('that never end an event, or flood, stay within bounds', async () => {
    const { bench, sending, response } = await begin(sse, 'data: 1\n\n');
    await received(bench, 1);
    for (let piece = 0; piece < 30; piece += 1) response.write(`data: ${'x'.repeat(100_000)}\n`);
    response.end(`\n\n${'data: more\n\n'.repeat(20_000)}`);

    const { events, bodyBytes } = responseOf(await sending);

    expect(bodyBytes).toBeGreaterThan(3_000_000);
    expect(events?.rows.length).toBeLessThanOrEqual(1_000);
    expect(Math.max(...streamed(bench).map((told) => told.events.length))).toBeLessThanOrEqual(200);
  });

  it('in the history are text, without a second copy', async () => {
    const { bench, sending, response } = await begin(sse, 'data: 1\n\n');
    response.end();
    await sending;

    const { exchange } = valueOf(bench.history.get(ID));
    expect(responseOf(exchange)).not.toHaveProperty('events');
    expect(responseOf(exchange)).not.toHaveProperty('keptBytes');
    expect(textOf(exchange)).toBe('data: 1\n\n');
  });
});

describe('a stream of JSON texts', () => {
  it.each(['application/x-ndjson', 'Application/JSONL; charset=utf-8', 'application/json-seq'])(
    'is told line by line as it comes, as %s',
    async (type) => {
      const { bench, sending, response } = await begin({ 'Content-Type': type }, '\u001e{"n":1}\r\n\n{"n"');
      await received(bench, 1);
      response.write(`:2,"key":"${bench.secret}"}\n`);
      await received(bench, 2);
      response.end('{"n":3}');

      const exchange = await sending;

      const { events, end } = responseOf(exchange);
      expect(end).toBeUndefined();
      expect(events?.rows.map(({ data }) => data)).toEqual([
        '{"n":1}',
        expect.stringContaining('{"n":2,"key":"') as string,
        '{"n":3}',
      ]);
      expect(JSON.stringify([bench.published, exchange])).not.toContain(bench.secret);
    },
  );

  it('that never ends a line stays within bounds', async () => {
    const { bench, sending, response } = await begin({ 'Content-Type': 'application/x-ndjson' }, '1\n');
    await received(bench, 1);
    for (let piece = 0; piece < 30; piece += 1) response.write('x'.repeat(100_000));
    response.end('\n2\n');
    expect(responseOf(await sending).events?.count).toBe(1);
  });
});

describe('an endless answer', () => {
  it('is stopped with what came, plain or compressed, and its connection is not used again', async () => {
    for (const [headers, first] of [
      [{ 'Content-Type': 'text/plain' }, 'so far'],
      [{ 'Content-Type': 'text/plain', 'Content-Length': '1000' }, 'so far'],
    ] as const) {
      const { bench, sending } = await begin(headers, first);
      // Not before something came: an answer that is stopped earlier has nothing in it.
      await vi.waitFor(() => {
        expect(bench.published.some(({ payload }) => JSON.stringify(payload).includes('downloading'))).toBe(
          true,
        );
      });
      bench.service.stop({ id: ID });
      const exchange = await sending;
      expect(responseOf(exchange).end).toBe('stopped');
      expect(textOf(exchange)).toBe('so far');
    }
  });

  it('that is cancelled leaves nothing', async () => {
    const { bench, files, sending, response } = await begin(
      { 'Content-Type': 'text/plain' },
      'x'.repeat(3_000_000),
    );
    response.write('y');
    await vi.waitFor(() => expect(files.open.size).toBe(1));
    bench.service.cancel({ id: ID });

    expect(codeOf(await sending)).toBe('cancelled');
    expect(files.open.size).toBe(0);
    expect((await bench.service.readBody({ id: ID, offset: 0, length: 1 })).ok).toBe(false);
  });
});

describe('saving a response', () => {
  const save = async (bench: SenderBench, exchange: Exchange) =>
    valueOf(await bench.service.saveBody({ id: exchange.id }));

  it('writes the bytes as they came, decompressed, under a name from its address', async () => {
    const text = 'caf\u00e9'.repeat(10);
    const wire = gzipSync(Buffer.from(text, 'latin1'));
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'text/csv; charset=latin1', 'Content-Encoding': 'gzip' });
          response.end(wire);
        },
      }),
    );
    const files = inMemoryBodyFiles();
    const bench = open(senderBench([server.origin()], { bodyFiles: files }));
    const exchange = await bench.exchange({ url: `${server.origin()}/reports/..%2f.list.php?x=1` });

    expect(textOf(exchange)).toBe(text);
    expect(await save(bench, exchange)).toMatchObject({ kind: 'saved', bytes: 40, isRedacted: false });
    const [[path, bytes] = ['', Buffer.alloc(0)]] = files.saved;
    expect(path).toBe('/home/ada/-list.csv'.replace('-list', 'list'));
    expect(bench.service.showSaved({ id: 'another' }).ok).toBe(false);
    expect(bench.service.showSaved({ id: exchange.id }).ok).toBe(true);
    expect(bench.shown).toEqual([path]);
    expect(bytes.toString('latin1')).toBe(text);
  });

  it('writes a key that was echoed over, and says so', async () => {
    const files = inMemoryBodyFiles();
    let secret = '';
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
          response.end(Buffer.concat([Buffer.from([0, 255]), Buffer.from(secret), Buffer.alloc(2_000_000)]));
        },
      }),
    );
    const bench = open(senderBench([server.origin()], { bodyFiles: files }));
    secret = bench.secret;
    const exchange = await bench.exchange({ url: `${server.origin()}/blob` });

    expect(await save(bench, exchange)).toMatchObject({ isRedacted: true });
    const [[path, bytes] = ['', Buffer.alloc(0)]] = files.saved;
    expect(path).toBe('/home/ada/blob.bin');
    expect(bytes.includes(secret)).toBe(false);
    expect(bytes.length).toBe(2_000_002 + secret.length);
  });
});
