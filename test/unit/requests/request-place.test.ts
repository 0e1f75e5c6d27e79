import { describe, expect, it } from 'vitest';
import type { KeyNames } from '../../../electron/collections/auth-mapping.ts';
import { unsendableReason } from '../../../electron/collections/request-mapping.ts';
import { composeUrl } from '../../../electron/requests/compose-url.ts';
import { NO_PLACE, settleDraft, variablesAt } from '../../../electron/requests/request-place.ts';
import { emptyRequestDraft } from '../../../shared/domain/http-request.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const keys: KeyNames = {
  find: (id) => (id === 'k' ? { name: 'CI', headerName: 'X-API-Key' } : null),
  named: (name) => (name === 'CI' ? ['k'] : name === 'Twice' ? ['a', 'b'] : []),
};
const draft = emptyRequestDraft();

describe('a request in its place', () => {
  it('is signed with the key that its collection names', () => {
    const place = { ...NO_PLACE, inherited: { kind: 'key', name: 'CI', apiKeyId: 'gone' } as const };
    expect(valueOf(settleDraft(draft, place, keys)).keyChoice).toEqual({ kind: 'key', apiKeyId: 'k' });
    const own = { ...draft, keyChoice: { kind: 'none' } as const };
    expect(valueOf(settleDraft(own, place, keys)).keyChoice).toEqual({ kind: 'none' });
  });

  it('is not sent when the key that is named is missing, or one of several', () => {
    for (const name of ['Nobody', 'Twice']) {
      const place = { ...NO_PLACE, inherited: { kind: 'key', name, apiKeyId: null } as const };
      expect(errorOf(settleDraft(draft, place, keys)).code).toBe('key-reference-unclear');
    }
  });

  it('carries the header that its file asks for, unless one of that name was typed', () => {
    const header = { kind: 'header', name: 'Authorization', value: 'Bearer {{token}}' } as const;
    const place = { ...NO_PLACE, inherited: header };
    const added = { name: 'Authorization', value: 'Bearer {{token}}', isEnabled: true };
    expect(valueOf(settleDraft(draft, place, keys))).toMatchObject({
      keyChoice: { kind: 'none' },
      headers: [added],
    });
    const typed = { ...draft, headers: [{ name: 'authorization', value: 'mine', isEnabled: true }] };
    expect(valueOf(settleDraft(typed, place, keys)).headers).toEqual(typed.headers);
  });

  it('is not sent with another method than its file has', () => {
    const unsendable = unsendableReason({ request: { method: 'PROPFIND' } });
    expect(unsendable?.message).toBe('The method PROPFIND is kept in the file; Keyfob cannot send it.');
    expect(errorOf(settleDraft(draft, { ...NO_PLACE, unsendable }, keys))).toEqual({
      code: 'request-invalid',
      ...unsendable,
      remedy: 'Choose another method and save it.',
    });
  });

  it('takes a variable from the nearest place that has it', () => {
    const row = (name: string, value: string, isEnabled = true) => ({ name, value, isEnabled });
    const scopes = [
      [row('a', 'off', false), row('b', '1')],
      [row('a', '2'), row('b', '3')],
      [row('baseUrl', 'own')],
    ];
    const scope = variablesAt({ ...NO_PLACE, scopes }, 'https://service.test');
    expect(Object.fromEntries(scope)).toEqual({ a: '2', b: '1', baseUrl: 'own' });
  });

  it('has its path variables filled in as one segment each, and nothing else', () => {
    const url = 'http://127.0.0.1:8080/a/:id/:id.json/:other/:id';
    const pathVariables = [{ name: 'id', value: '{{x}}', isEnabled: true }];
    const composed = composeUrl({ url, params: [], pathVariables }, new Map([['x', 'a/b {{y}}']]));
    // A value's own template is resolved, or named as missing; it is never sent as text.
    expect(errorOf(composed).code).toBe('variable-unresolved');
    expect(valueOf(composeUrl({ url, params: [], pathVariables }, new Map([['x', 'a/b c']])))).toBe(
      'http://127.0.0.1:8080/a/a%2Fb%20c/:id.json/:other/a%2Fb%20c',
    );
  });
});

describe('a header with {{key:NAME}}', () => {
  const header = (value: string, isEnabled = true) => ({ name: 'X-API-Key', value, isEnabled });
  const withHeaders = (...headers: readonly ReturnType<typeof header>[]) => ({ ...draft, headers });

  it('asks for that key, and leaves no name in the header', () => {
    const settled = valueOf(settleDraft(withHeaders(header('{{ key:CI }}')), NO_PLACE, keys));
    expect(settled.keyChoice).toEqual({ kind: 'key', apiKeyId: 'k' });
    expect(settled.headers).toEqual([header('{{postman-api-key}}')]);
  });

  it.each([
    ['a key that is not there', withHeaders(header('{{key:Gone}}'))],
    ['two keys', withHeaders(header('{{key:CI}}'), header('{{key:Other}}'))],
    ['another key than Auth', { ...withHeaders(header('{{key:CI}}')), keyChoice: { kind: 'none' as const } }],
  ])('is refused for %s', (_what, asking) => {
    expect(errorOf(settleDraft(asking, NO_PLACE, keys)).code).toBe('key-reference-unclear');
  });

  it('asks for nothing while it is switched off', () => {
    const asking = withHeaders(header('{{key:Gone}}', false));
    expect(valueOf(settleDraft(asking, NO_PLACE, keys)).keyChoice).toEqual({ kind: 'automatic' });
  });
});
