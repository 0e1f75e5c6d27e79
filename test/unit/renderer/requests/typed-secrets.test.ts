import { describe, expect, it } from 'vitest';
import {
  mayBeVariable,
  secretPartOf,
  typedSecrets,
  typedVariables,
  variableNameFor,
  withValue,
} from '../../../../renderer/features/requests/saving/typed-secrets.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../../shared/domain/http-request.ts';
import { threadCpuMs } from '../../../support/cpu-time.ts';

const row = (name: string, value: string) => ({ name, value, isEnabled: true });
const draftOf = (change: Partial<RequestDraft>): RequestDraft => ({ ...emptyRequestDraft(), ...change });
const namesOf = (draft: RequestDraft, inFile: RequestDraft | null = null) =>
  typedSecrets(draft, inFile).map(({ place, name }) => `${place} ${name}`);

describe('what was typed where secrets stand', () => {
  it('is found in headers, parameters, variables of the path and fields, sent or not', () => {
    const text = { kind: 'text', contentType: '', isEnabled: true } as const;
    const draft = draftOf({
      headers: [
        row('Authorization', 'Bearer hunter2'),
        { ...row('x-api-key', 'a-b-c'), isEnabled: false },
        row('Cookie', 'a=b'),
        row('Proxy-Authorization', 'Basic abc'),
      ],
      params: [row('api_key', 'abc'), row('token', '1234567'), row('page', '1')],
      pathVariables: [row('secret', 'abc'), row('id', '7')],
      body: { kind: 'multipart', parts: [{ ...text, name: 'password', value: '1234' }] },
    });

    expect(namesOf(draft)).toEqual([
      'header Authorization',
      'header x-api-key',
      'header Cookie',
      'header Proxy-Authorization',
      'parameter api_key',
      'parameter token',
      'path variable secret',
      'field password',
    ]);
    expect(namesOf(draftOf({ body: { kind: 'form', fields: [row('password', 'abc')] } }))).toEqual([
      'field password',
    ]);
    expect(namesOf(draft, draft)).toEqual([]);
    expect(namesOf({ ...draft, params: [row('api_key', 'other')] }, draft)).toEqual(['parameter api_key']);
  });

  it.each([
    ['Authorization', 'Bearer {{token}}'],
    ['Authorization', 'Basic {{name}}:{{password}}'],
    ['X-API-Key', '{{postman-api-key}}'],
    ['Authorization', ''],
    ['Authorization', 'Bearer '],
    ['X-Max-Tokens', '100'],
    ['key', 'sort order'],
    ['Accept', 'application/json'],
    ['X-Trace', 'abc'],
  ])('is not %s: %s', (name, value) => {
    expect(namesOf(draftOf({ headers: [row(name, value)] }))).toEqual([]);
  });

  it('becomes a variable, with a name that no other has', () => {
    const draft = draftOf({ headers: [row('Accept', '*/*'), row('Authorization', 'Bearer abc')] });
    const [typed] = typedSecrets(draft, null);
    if (typed === undefined) throw new Error('Nothing was found');

    expect(secretPartOf(typed)).toEqual({ before: 'Bearer ', secret: 'abc' });
    expect(variableNameFor(typed, [])).toBe('token');
    expect(variableNameFor(typed, ['token', 'token-2'])).toBe('token-3');
    expect(variableNameFor({ ...typed, name: 'X-API-Key' }, [])).toBe('api-key');
    expect(withValue(draft, typed, 'Bearer {{token}}').headers).toEqual([
      row('Accept', '*/*'),
      row('Authorization', 'Bearer {{token}}'),
    ]);
  });
});

describe('what was typed into a text', () => {
  const json = (text: string) => draftOf({ body: { kind: 'json', text } });
  const graphql = (query: string, variables = '') =>
    draftOf({ body: { kind: 'graphql', query, variables, operationName: '' } });
  const valuesOf = (draft: RequestDraft) => typedSecrets(draft, null).map(({ value }) => value);

  it('is found in JSON under a name that says secret, also in lists, in numbers, and before the text is whole', () => {
    const text = String.raw`{"user":{"name":"ada","password":"a\"b"},"tokens":["one1","{{two}}"],"pin_secret":123456,"id":[{"api_key":"x9"}`;
    expect(namesOf(json(text))).toEqual(['body password', 'body tokens', 'body pin_secret', 'body api_key']);
    expect(valuesOf(json(text))).toEqual(['a"b', 'one1', '123456', 'x9']);
    expect(namesOf(json(text), json(text))).toEqual([]);
    expect(namesOf(json('{"password": "open'))).toEqual(['body password']);
  });

  it.each([
    '{"password":"{{password}}"}',
    '{"token":{{token}},"password":""}',
    '{"token_type":"Bearer","max_tokens":4096,"password":null}',
    '{"key":"PROJ-123","name":"password"}',
    '["password","hunter2"]',
    '{"note":"\\"password\\":\\"x1\\""}',
  ])('is not %s', (text) => {
    expect(namesOf(json(text))).toEqual([]);
  });

  it('is found in the strings of a GraphQL query and in its variables, not in comments', () => {
    const query =
      'mutation($token: String! = "abc1") { # password: "no"\n login(user: "password: no", password: "p1", secret: """s\n"1""", note: "x") }';
    expect(namesOf(graphql(query, '{"secret":"v1"}'))).toEqual([
      'query token',
      'query password',
      'query secret',
      'body secret',
    ]);
    expect(valuesOf(graphql(query))).toEqual(['abc1', 'p1', 's\n"1']);
  });

  it('is a variable also where the text escapes it, but for line breaks, and for quotes in a block string', () => {
    const text = String.raw`{"password":"a\"b\\","token":"abc1","secret":"a\nb1"}`;
    expect(typedSecrets(json(text), null).map(mayBeVariable)).toEqual([true, true, false]);
    const query = '{ a(token: "a\\"b1", secret: """a"b1""", password: """ab1""") }';
    expect(typedSecrets(graphql(query), null).map(mayBeVariable)).toEqual([true, false, true]);
  });

  it('leaves its place to a template, and everything else as it is', () => {
    const text = '{ "authorization": "Bearer abc1", "tokens": [ "x1", 7654321 ], "id": 1.0 }';
    const kept = typedSecrets(json(text), null).reduce(
      (draft, typed) =>
        withValue(draft, typed, `${secretPartOf(typed).before}{{${secretPartOf(typed).secret}}}`),
      json(text),
    );
    expect(kept.body).toEqual({
      kind: 'json',
      text: '{ "authorization": "Bearer {{abc1}}", "tokens": [ "{{x1}}", {{7654321}} ], "id": 1.0 }',
    });
    const [inQuery, inVariables] = typedSecrets(graphql('{ a(token: "abc1") }', '{"token":"v1"}'), null);
    if (inQuery === undefined || inVariables === undefined) throw new Error('Nothing was found');
    const draft = withValue(graphql('{ a(token: "abc1") }', '{"token":"v1"}'), inQuery, '{{a}}');
    expect(withValue(draft, inVariables, '{{b}}').body).toMatchObject({
      query: '{ a(token: "{{a}}") }',
      variables: '{"token":"{{b}}"}',
    });
  });

  it('is looked for in a large and hostile text in time that grows with its length', () => {
    const parts = [
      '\\"',
      '"""',
      '"""a\\""""',
      '{{',
      'a:',
      '[{',
      '"token":"',
      '?',
      'a=',
      '//',
      '@',
      '&token=',
    ];
    const costOf = (part: string, times: number): number => {
      const text = part.repeat(times);
      const before = threadCpuMs();
      namesOf(json(text));
      namesOf(graphql(text));
      namesOf(draftOf({ url: text }));
      return threadCpuMs() - before;
    };
    for (const part of parts) {
      costOf(part, 5_000);
      // Ten times the text: in proportion ten times, growing with the square a hundred times. What is short is not measured well.
      expect([part, costOf(part, 50_000) < 40 * Math.max(5, costOf(part, 5_000))]).toEqual([part, true]);
    }
  });
});

describe('what was typed into an address', () => {
  it.each([
    ['https://ada:hunter2@api.test/', ['address password']],
    ['https://0123456789abcdef0123@api.test/', ['address password']],
    ['https://ada@api.test/', []],
    ['https://{{user}}:{{password}}@api.test/', []],
    ['https://api.test/?token=a+b&page=1', ['address token']],
    ['https://api.test/#access_token=abc1', ['address access_token']],
    ['https://api.test/?token={{token}}', []],
  ])('%s', (url, names) => {
    expect(namesOf(draftOf({ url }))).toEqual(names);
    expect(typedSecrets(draftOf({ url }), null).filter(mayBeVariable)).toEqual([]);
  });
});

describe('what was typed into variables of a collection', () => {
  it('is what stands under such a name and was not there before', () => {
    const rows = [row('baseUrl', 'https://api.test'), row('token', 'abc1'), row('api_key', '{{key}}')];
    expect(typedVariables(rows, []).map(({ index, name }) => [index, name])).toEqual([[1, 'token']]);
    expect(typedVariables(rows, rows)).toEqual([]);
  });
});
