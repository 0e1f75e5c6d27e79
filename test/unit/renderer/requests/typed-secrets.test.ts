import { describe, expect, it } from 'vitest';
import {
  secretPartOf,
  typedSecrets,
  variableNameFor,
  withValue,
} from '../../../../renderer/features/requests/saving/typed-secrets.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../../shared/domain/http-request.ts';

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
