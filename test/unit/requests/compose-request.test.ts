import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRequestDraft, type FieldRow, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { composeRequest, unresolvedVariables } from '../../../electron/requests/compose-request.ts';
import type { ComposedRequest } from '../../../electron/requests/composed-request.ts';
import { NOT_KEPT } from '../../../electron/requests/not-kept.ts';
import type { Result } from '../../../shared/domain/app-error.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const scope = new Map([
  ['baseUrl', 'https://api.test'],
  ['n', 'v 1'],
  ['crlf', 'a\r\nX: b'],
]);

/** Control characters, ASCII, latin1 and beyond, surrogates included. */
const anyText = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0, max: 0x17f }), fc.integer({ min: 0xd700, max: 0xffff }))
    .map((code) => String.fromCharCode(code)),
  maxLength: 20,
});

function compose(draft: Partial<RequestDraft>): Result<ComposedRequest> {
  const whole = { ...emptyRequestDraft(), url: '{{baseUrl}}/me', ...draft };
  return composeRequest(whole, { scope, userAgent: 'Keyfob/9', acceptEncoding: 'gzip' });
}

/** A body that is in memory. */
function bytesOf({ body }: ComposedRequest): Buffer | null {
  return body === null || 'parts' in body ? null : Buffer.from(body);
}

function row(name: string, value: string, isEnabled = true): FieldRow {
  return { name, value, isEnabled };
}

describe('the address', () => {
  it.each([
    ['{{baseUrl}}/me', 'https://api.test/me'],
    ['HTTPS://API.test:443', 'https://api.test/'],
    ['https://api.test/a b?q=ü#part', 'https://api.test/a%20b?q=%C3%BC'],
    ['https://bücher.test/', 'https://xn--bcher-kva.test/'],
    ['api.test/x', 'https://api.test/x'],
    ['api.test:8443', 'https://api.test:8443/'],
    ['localhost:5362/me', 'http://localhost:5362/me'],
    ['127.0.0.1/me', 'http://127.0.0.1/me'],
    ['  https://api.test/  ', 'https://api.test/'],
  ])('%s is %s', (url, expected) => {
    expect(valueOf(compose({ url })).url).toBe(expected);
  });

  it('gets the enabled parameters, encoded, behind a typed query', () => {
    const params = [
      row('a b', '{{n}}&='),
      row('off', 'x', false),
      row('', ''),
      row('empty', ''),
      row('ö', '\ud800'),
    ];

    expect(valueOf(compose({ url: 'https://api.test/?typed=1%20', params })).url).toBe(
      'https://api.test/?typed=1%20&a%20b=v%201%26%3D&empty=&%C3%B6=%EF%BF%BD',
    );
  });

  it.each([
    ['', 'request-invalid'],
    ['https://', 'request-invalid'],
    ['https://a b/', 'request-invalid'],
    ['https://user@api.test/', 'request-invalid'],
    ['https://:password@api.test/', 'request-invalid'],
    ['file:///etc/passwd', 'scheme-refused'],
    ['javascript:alert(1)', 'scheme-refused'],
    ['data:text/plain,x', 'scheme-refused'],
    ['ws://api.test/', 'scheme-refused'],
    ['{{nothing}}/me', 'variable-unresolved'],
  ])('%j is refused', (url, code) => {
    expect(errorOf(compose({ url }))).toMatchObject({ code, field: 'url' });
  });

  it('is not repeated by the error that refuses it', () => {
    expect(JSON.stringify(errorOf(compose({ url: 'https://user:hunter2@api.test/' })))).not.toContain(
      'hunter2',
    );
  });
});

describe('the headers', () => {
  it('are those typed, then the defaults that were not', () => {
    const headers = [row('accept', 'text/x'), row('X-A', ' {{n}} '), row('X-Off', 'x', false), row('', '')];

    expect(valueOf(compose({ headers })).headers).toEqual([
      { name: 'accept', value: 'text/x' },
      { name: 'X-A', value: 'v 1' },
      { name: 'User-Agent', value: 'Keyfob/9' },
      { name: 'Accept-Encoding', value: 'gzip' },
    ]);
  });

  it.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'connection',
    'Keep-Alive',
    'Upgrade',
    'TE',
    'Trailer',
    'Expect',
    'Proxy-Connection',
  ])('may not be %s, which frames the message', (name) => {
    expect(errorOf(compose({ headers: [row(name, 'x')] }))).toMatchObject({
      code: 'request-invalid',
      field: 'headers.0.name',
    });
  });

  it('have only names that are tokens and values of printable ASCII, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, value) => {
        const result = compose({ headers: [row(name, value)] });
        if (!result.ok) {
          if (value.length > 8)
            expect(JSON.stringify(result.error)).not.toContain(JSON.stringify(value).slice(1, -1));
          return;
        }
        for (const header of result.value.headers) {
          expect(header.name).toMatch(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/);
          expect(header.value).toMatch(/^[\t\x20-\x7e]*$/);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuse a line break that comes in through a variable', () => {
    expect(errorOf(compose({ headers: [row('X-A', '{{crlf}}')] }))).toMatchObject({
      field: 'headers.0.value',
    });
  });

  it('keep the key’s place apart, with what stands around it', () => {
    const composed = valueOf(compose({ headers: [row('Authorization', 'Bearer {{postman-api-key}} x')] }));

    expect(composed.keyHeader).toEqual({ name: 'Authorization', before: 'Bearer ', after: ' x' });
    expect(composed.headers.map((header) => header.name)).not.toContain('Authorization');
  });

  it('hold the key once at most', () => {
    const twice = [row('X-API-Key', '{{postman-api-key}}'), row('x-api-key', '{{postman_api_key}}')];

    expect(errorOf(compose({ headers: twice })).code).toBe('header-conflict');
    expect(
      errorOf(compose({ headers: [row('X-API-Key', '{{postman-api-key}}{{postman-api-key}}')] })).code,
    ).toBe('header-conflict');
  });
});

describe('the body', () => {
  it.each([
    [{ kind: 'none' } as const, null, undefined],
    [{ kind: 'json', text: '{"a":"{{n}}"}' } as const, '{"a":"v 1"}', 'application/json'],
    [{ kind: 'text', text: 'ü' } as const, 'ü', 'text/plain; charset=utf-8'],
    [{ kind: 'html', text: '<p>' } as const, '<p>', 'text/html; charset=utf-8'],
    [{ kind: 'javascript', text: 'f()' } as const, 'f()', 'application/javascript'],
    [
      { kind: 'form', fields: [row('a b', '{{n}}&'), row('off', 'x', false)] } as const,
      'a+b=v+1%26',
      'application/x-www-form-urlencoded',
    ],
  ])('%j is written with its type', (body, expected, contentType) => {
    const composed = valueOf(compose({ method: 'POST', body }));

    expect(bytesOf(composed)?.toString() ?? null).toBe(expected);
    expect(composed.headers.find((header) => header.name === 'Content-Type')?.value).toBe(contentType);
  });

  it('is a GraphQL query with its variables as they were typed', () => {
    const body = {
      kind: 'graphql',
      query: 'query Q($id: ID!) {\n  user(id: $id, tag: "{{n}}") { id }\n}',
      variables: ' { "id": 9007199254740993, "at": "{{n}}", "theirs": "{{theirs}}" } ',
      operationName: 'Q',
    } as const;
    const composed = valueOf(compose({ method: 'POST', body }));

    expect(bytesOf(composed)?.toString()).toBe(
      '{"query":"query Q($id: ID!) {\\n  user(id: $id, tag: \\"v 1\\") { id }\\n}",' +
        '"variables":{ "id": 9007199254740993, "at": "v 1", "theirs": "{{theirs}}" },"operationName":"Q"}',
    );
    expect(composed.headers).toContainEqual({ name: 'Content-Type', value: 'application/json' });
    expect(composed.unresolved).toEqual(['theirs']);
  });

  it.each(['{ "id": 1, }', '[1]', '"text"', '{ "id": {{n}} }'])(
    'is refused as GraphQL with %s as variables',
    (variables) => {
      const body = { kind: 'graphql', query: '{ a }', variables, operationName: '' } as const;

      expect(errorOf(compose({ body }))).toMatchObject({ code: 'request-invalid', field: 'body' });
    },
  );

  it.each([
    ['query A { a } query B { b }', '', 'A, B'],
    ['query A { a } query B { b }', 'B', null],
    ['query A { a }', '', null],
    ['{ a } # query B { b }', '', null],
    ['{ a } { b }', '', 'Give each of them a name'],
  ])('of GraphQL with %j and the operation %j says which one is missing', (query, operationName, missing) => {
    const body = { kind: 'graphql', query, variables: '', operationName } as const;
    const composed = compose({ body });

    expect(composed.ok).toBe(missing === null);
    if (missing !== null) expect(errorOf(composed)).toMatchObject({ code: 'request-invalid', field: 'body' });
    if (missing !== null) expect(errorOf(composed).remedy).toContain(missing);
  });

  it('keeps a typed content type', () => {
    const composed = valueOf(
      compose({ headers: [row('content-type', 'application/x')], body: { kind: 'json', text: '1' } }),
    );

    expect(composed.headers.filter((header) => header.name.toLowerCase() === 'content-type')).toEqual([
      { name: 'content-type', value: 'application/x' },
    ]);
  });

  it('keeps templates of its own, and lists them', () => {
    const composed = valueOf(compose({ body: { kind: 'json', text: '{"url":"{{theirs}}/x"}' } }));

    expect(bytesOf(composed)?.toString()).toBe('{"url":"{{theirs}}/x"}');
    expect(composed.unresolved).toEqual(['theirs']);
  });
});

describe('a value that the history did not keep', () => {
  it.each([
    ['url', { url: `https://api.test/?key=${NOT_KEPT}` }],
    ['params.0.value', { params: [row('key', NOT_KEPT)] }],
    ['headers.0.value', { headers: [row('Authorization', NOT_KEPT)] }],
    ['body', { body: { kind: 'json', text: `{"password":"${NOT_KEPT}"}` } }],
    ['body.0.value', { body: { kind: 'form', fields: [row('password', NOT_KEPT)] } }],
  ] as const)('is asked for: %s', (field, draft) => {
    expect(errorOf(compose(draft))).toMatchObject({ code: 'request-invalid', field });
  });
});

describe('unresolved variables', () => {
  it('are listed from every enabled part, each once', () => {
    const draft: RequestDraft = {
      ...emptyRequestDraft(),
      url: '{{baseUrl}}/{{id}}',
      params: [row('{{id}}', '{{p}}'), row('x', '{{off}}', false)],
      headers: [row('X', '{{h}}')],
      body: { kind: 'form', fields: [row('f', '{{f}}')] },
    };

    expect(unresolvedVariables(draft, scope)).toEqual(['id', 'p', 'h', 'f']);
  });

  it('are named in the error, but a key pasted between the braces is not repeated', () => {
    const shaped = ['PMAK', 'ab'.repeat(12), 'cd'.repeat(17)].join('-');

    expect(errorOf(compose({ url: '{{x}}/{{y}}' })).message).toContain('{{x}}, {{y}}');
    expect(JSON.stringify(errorOf(compose({ url: `{{${shaped}}}` })))).not.toContain(shaped);
  });
});
