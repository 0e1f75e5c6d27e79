import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyNames } from '../../../electron/collections/auth-mapping.ts';
import type { JsonObject, JsonValue } from '../../../electron/collections/json-value.ts';
import { keptNotes, readRequest, writeRequest } from '../../../electron/collections/request-mapping.ts';
import { HTTP_METHODS, requestDraftSchema, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { valueOf } from '../../support/results.ts';

const KEYS: KeyNames = {
  find: (id) =>
    id === 'key-1'
      ? { name: 'A {{key}}', headerName: 'X-API-Key' }
      : id === 'key-2'
        ? { name: 'B', headerName: 'X-Key' }
        : null,
  named: (name) =>
    name === 'A {{key}}' ? ['key-1'] : name === 'B' ? ['key-2'] : name === 'Twice' ? ['x', 'y'] : [],
};

const text = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('', '{{a}}', 'a=b&c', '50%', '%41', 'a+b', '{{x y}}/#', '?', '%zz%20', 'é', 'a{{+%41}}b'),
);
const row = fc.record({ name: text, value: text, isEnabled: fc.boolean() });
const rows = fc.array(row, { maxLength: 4 });
const part = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    name: text,
    value: text,
    contentType: text,
    isEnabled: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    name: text,
    paths: fc.array(
      text.filter((each) => each !== ''),
      { maxLength: 3 },
    ),
    contentType: text,
    isEnabled: fc.boolean(),
  }),
);
const body = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constantFrom('json' as const, 'text' as const, 'xml' as const), text }),
  fc.record({ kind: fc.constant('form' as const), fields: rows }),
  fc.record({ kind: fc.constant('multipart' as const), parts: fc.array(part, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('binary' as const), path: text }),
  fc.record({ kind: fc.constant('graphql' as const), query: text, variables: text, operationName: text }),
);
const draft: fc.Arbitrary<RequestDraft> = fc.record({
  name: text,
  method: fc.constantFrom(...HTTP_METHODS),
  // A query that is typed into the address is read back as parameters: a test of its own.
  url: text.map((each) => each.replaceAll(/[?#]/g, '')),
  params: rows,
  pathVariables: rows,
  headers: rows,
  body,
  keyChoice: fc.oneof(
    fc.constantFrom({ kind: 'automatic' as const }, { kind: 'none' as const }),
    fc.constantFrom({ kind: 'key' as const, apiKeyId: 'key-1' }, { kind: 'key' as const, apiKeyId: 'key-2' }),
    fc.constantFrom({ kind: 'named' as const, name: 'Twice' }, { kind: 'named' as const, name: 'Nobody’s' }),
  ),
  settings: fc.record({
    timeoutMs: fc.integer({ min: 1, max: 3_600_000 }),
    followRedirects: fc.boolean(),
    maxRedirects: fc.integer({ min: 0, max: 50 }),
    verifyCertificates: fc.boolean(),
    httpVersion: fc.constantFrom('auto' as const, 'http1' as const, 'http2' as const),
    proxy: fc.constantFrom('app' as const, 'none' as const, 'other' as const),
    proxyAddress: fc.constantFrom('', 'http://proxy.test:8080', 'socks5://[::1]:1080', 'https://p:1'),
  }),
});

const loose = fc.jsonValue({ maxDepth: 2 });
const anyItem = fc.record(
  {
    id: fc.string(),
    name: fc.string(),
    event: loose,
    response: loose,
    protocolProfileBehavior: loose,
    request: fc.oneof(
      fc.webUrl(),
      loose,
      fc.record(
        {
          method: loose,
          url: fc.oneof(fc.webUrl({ withQueryParameters: true }), loose),
          header: loose,
          body: loose,
          auth: loose,
          unknown: loose,
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

describe('a request in a Postman file', () => {
  it('is the same item when nothing was edited, however odd the item is', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(valueOf(writeRequest(readRequest(item, KEYS), item, KEYS))).toBe(item);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back as the draft that was written, into a new item and over any other', () => {
    fc.assert(
      fc.property(draft, fc.oneof(fc.constant({}), anyItem), (wanted, item) => {
        const written = valueOf(writeRequest(wanted, item, KEYS));
        const again: unknown = JSON.parse(JSON.stringify(written));
        const { proxy, proxyAddress } = wanted.settings;
        const isNamed = proxy === 'other' && proxyAddress !== '';
        const settings = { ...wanted.settings, ...(isNamed ? {} : { proxy: 'app', proxyAddress: '' }) };
        expect(readRequest(again as JsonObject, KEYS)).toEqual({ ...wanted, settings });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    { named: { host: 'Proxy.test', port: 3128 }, proxyAddress: 'http://proxy.test:3128' },
    { named: { host: 'proxy.test', match: 'http+https://*/*' }, proxyAddress: 'http://proxy.test:8080' },
    { named: { host: '::1', port: 1080, keyfobScheme: 'socks5' }, proxyAddress: '' },
    { named: { host: '[::1]', port: '1080', keyfobScheme: 'socks5' }, proxyAddress: 'socks5://[::1]:1080' },
    { named: { host: 'proxy.test', disabled: true }, proxyAddress: '' },
    { named: { host: 'proxy.test', match: 'https://a.test/*' }, proxyAddress: '' },
    { named: { host: 'me:secret@proxy.test' }, proxyAddress: '' },
    { named: { host: 'proxy.test', port: 'x' }, proxyAddress: '' },
    { named: { host: 'proxy.test', keyfobScheme: 'file' }, proxyAddress: '' },
    { named: { host: 'proxy.test', port: 0 }, proxyAddress: '' },
    { named: { host: 'proxy.test', port: 65_536 }, proxyAddress: '' },
    { named: { host: 'tset.\u202eyxorp' }, proxyAddress: '' },
    { named: { host: 'proxy\u0007.test' }, proxyAddress: '' },
    { named: {}, proxyAddress: '' },
  ])('reads the proxy $named as Postman does', ({ named, proxyAddress }) => {
    const item = { request: { url: 'http://a', proxy: named } };

    expect(readRequest(item, KEYS).settings).toMatchObject({
      proxy: proxyAddress === '' ? 'app' : 'other',
      proxyAddress,
    });
    expect(keptNotes(item).length).toBe(proxyAddress === '' && named.disabled !== true ? 1 : 0);
  });

  it('keeps what the file says of a proxy beside its address, and takes it out when it is to be as in Settings', () => {
    const proxy = { host: 'a.test', port: 1, tunnel: true, odd: 1 };
    const item = { name: 'x', request: { method: 'GET', url: 'http://a', proxy } };
    const read = readRequest(item, KEYS);
    const through = (settings: Partial<typeof read.settings>) =>
      valueOf(writeRequest({ ...read, settings: { ...read.settings, ...settings } }, item, KEYS));

    expect(through({ proxyAddress: 'socks5://b.test:2' })).toMatchObject({
      request: { proxy: { host: 'b.test', port: 2, tunnel: true, odd: 1, keyfobScheme: 'socks5' } },
    });
    expect(through({ proxy: 'app' })).toEqual({ name: 'x', request: { method: 'GET', url: 'http://a' } });
  });

  it('does not say that it takes no proxy', () => {
    const item = {
      name: 'x',
      request: { method: 'GET', url: 'http://a' },
      protocolProfileBehavior: { keyfobProxy: 'none', proxy: 'none' },
    };
    const read = readRequest(item, KEYS);
    expect(read.settings.proxy).toBe('app');
    const wanted = { ...read, settings: { ...read.settings, proxy: 'none' as const } };
    expect(valueOf(writeRequest(wanted, item, KEYS))).toBe(item);
  });

  it('keeps what Keyfob does not know when something is edited', () => {
    const unknown = { script: ['a'], protocolProfileBehavior: { disableBodyPruning: true } };
    fc.assert(
      fc.property(draft, (wanted) => {
        const header = [{ key: 'Accept', value: 'a', description: { content: 'why' } }];
        const item = {
          ...unknown,
          name: 'x',
          request: { method: 'GET', header, url: 'http://a', odd: 1 },
          response: [{ id: 'r' }],
        };
        const headers = [{ name: 'Accept', value: 'b', isEnabled: true }];
        const written = valueOf(writeRequest({ ...wanted, headers }, item, KEYS));
        expect(written).toMatchObject({ script: ['a'], response: [{ id: 'r' }], request: { odd: 1 } });
        expect(written.request).toMatchObject({
          header: [{ key: 'Accept', value: 'b', description: { content: 'why' } }],
        });
        expect(written.protocolProfileBehavior).toMatchObject({ disableBodyPruning: true });
      }),
      { numRuns: 100 },
    );
  });

  it('reads what Postman writes', () => {
    const item = {
      name: 'Search',
      request: {
        method: 'post',
        header: 'X-Old: a: b\r\nY: 2',
        url: {
          raw: '{{host}}/a/:id?q=a%20b+c&flag&t=%E2%82%AC#top',
          host: ['{{host}}'],
          path: ['a', ':id'],
          query: [
            { key: 'q', value: 'a%20b+c' },
            { key: 'flag', value: null },
            { key: 'off', value: '1', disabled: true },
          ],
          variable: [{ key: 'id', value: '7' }],
        },
        body: { mode: 'raw', raw: '<a/>', options: { raw: { language: 'xml' } } },
        auth: {
          type: 'apikey',
          apikey: [
            { key: 'key', value: 'X-Api-Key' },
            { key: 'value', value: '{{key:B}}' },
          ],
        },
      },
    };
    expect(requestDraftSchema.parse(readRequest(item, KEYS))).toMatchObject({
      name: 'Search',
      method: 'POST',
      url: '{{host}}/a/:id#top',
      params: [
        { name: 'q', value: 'a b c', isEnabled: true },
        { name: 'flag', value: '', isEnabled: true },
        { name: 'off', value: '1', isEnabled: false },
      ],
      pathVariables: [{ name: 'id', value: '7', isEnabled: true }],
      headers: [
        { name: 'X-Old', value: 'a: b', isEnabled: true },
        { name: 'Y', value: '2', isEnabled: true },
      ],
      body: { kind: 'xml', text: '<a/>' },
      keyChoice: { kind: 'key', apiKeyId: 'key-2' },
    });
  });

  it('writes the parts of an address that Postman reads beside the whole', () => {
    const wanted = {
      ...readRequest({}, KEYS),
      url: 'https://{{sub}}.a.test:8080/v1/{{x/y}}?b=2#h',
      params: [{ name: 'q', value: 'a&b', isEnabled: true }],
    };
    expect(valueOf(writeRequest(wanted, {}, KEYS)).request).toMatchObject({
      url: {
        raw: 'https://{{sub}}.a.test:8080/v1/{{x/y}}?b=2&q=a%26b#h',
        protocol: 'https',
        host: ['{{sub}}', 'a', 'test'],
        port: '8080',
        path: ['v1', '{{x/y}}'],
        query: [
          { key: 'b', value: '2' },
          { key: 'q', value: 'a&b' },
        ],
        hash: 'h',
      },
    });
  });

  it('reads a GraphQL body, and writes of it what was changed alone', () => {
    const graphql = { query: '{ a }', variables: { id: 1 }, operationName: null, more: true };
    const item: JsonObject = { name: '', request: { method: 'POST', body: { mode: 'graphql', graphql } } };
    const read = readRequest(item, KEYS);
    const body = { kind: 'graphql', query: '{ a }', variables: '{"id":1}', operationName: '' } as const;

    expect(read.body).toEqual(body);
    const query = valueOf(writeRequest({ ...read, body: { ...body, query: '{ b }' } }, item, KEYS));
    expect(query.request).toMatchObject({
      body: { mode: 'graphql', graphql: { ...graphql, query: '{ b }' } },
    });
    const variables = valueOf(writeRequest({ ...read, body: { ...body, variables: '{}' } }, item, KEYS));
    expect(variables.request).toMatchObject({ body: { graphql: { ...graphql, variables: '{}' } } });
  });

  it('never takes a value in the clear for the key, and refers to a key by name and id', () => {
    const apikey = (value: string): JsonValue => [
      { key: 'key', value: 'X-Api-Key' },
      { key: 'value', value },
    ];
    const choiceOf = (auth: JsonValue) => readRequest({ request: { url: 'a', auth } }, KEYS).keyChoice;
    expect(choiceOf({ type: 'apikey', apikey: apikey('clear') })).toEqual({ kind: 'none' });
    expect(choiceOf({ type: 'bearer', bearer: [{ key: 'token', value: 'clear' }] })).toEqual({
      kind: 'none',
    });
    expect(choiceOf({ type: 'apikey', apikey: apikey('{{postman_api_key}}') })).toEqual({
      kind: 'automatic',
    });

    const item = { request: { url: 'a' } };
    const written = valueOf(
      writeRequest({ ...readRequest(item, KEYS), keyChoice: { kind: 'key', apiKeyId: 'key-1' } }, item, KEYS),
    );
    expect(written).toMatchObject({
      request: {
        auth: {
          type: 'apikey',
          apikey: [
            { key: 'key', value: 'X-API-Key' },
            { key: 'value', value: '{{key:A %7B%7Bkey%7D%7D}}' },
            { key: 'in', value: 'header' },
            { key: 'keyfobKeyId', value: 'key-1' },
          ],
        },
      },
    });
    const elsewhere: KeyNames = { find: () => null, named: () => ['other'] };
    expect(readRequest(written, elsewhere).keyChoice).toEqual({ kind: 'key', apiKeyId: 'other' });
  });
});
