import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../electron/importers/json-value.ts';
import {
  collectionDocument,
  environmentDocument,
  requestItem,
} from '../../../electron/importers/postman-parts.ts';
import { postmanUrl } from '../../../electron/importers/postman-url.ts';
import { liftSecrets } from '../../../electron/importers/secrets/lift-secrets.ts';
import { englishNames } from '../../support/import-fixtures.ts';
import { holds } from '../../support/holds.ts';

const lift = (collections: readonly JsonObject[], environments: readonly JsonObject[] = []) => {
  const lifted = liftSecrets({ collections, environments, notes: [] }, { nonce: 'n', names: englishNames });
  if (!lifted.ok) throw new Error(lifted.error.message);
  return lifted.value;
};
const withRequest = (parts: Partial<Parameters<typeof requestItem>[0]>, rest: { auth?: JsonObject } = {}) =>
  collectionDocument({
    name: 'C',
    item: [
      requestItem({
        name: 'R',
        method: 'GET',
        url: postmanUrl({ raw: 'https://api.example.com/x' }),
        ...parts,
      }),
    ],
    ...rest,
  });
const secretsOf = (lifted: ReturnType<typeof lift>) => lifted.found.map(({ secret }) => secret);

describe('liftSecrets', () => {
  it('finds a key by its shape wherever it stands', holds('import.lifted'), () => {
    const key = ['PMAK', 'a'.repeat(24), 'b'.repeat(34)].join('-');
    const lifted = lift([withRequest({ description: `Use ${key} for it` })]);

    expect(secretsOf(lifted)).toEqual([key]);
    expect(JSON.stringify(lifted.collections)).not.toContain(key);
  });

  it('takes a secret out everywhere once it was found somewhere', holds('import.lifted'), () => {
    const lifted = lift([
      withRequest({
        headers: [{ key: 'X-API-Key', value: 'value/of+a key' }],
        description: 'try value/of+a key or value%2Fof%2Ba%20key',
      }),
    ]);

    expect(JSON.stringify(lifted.collections)).not.toMatch(/value.{1,3}of/);
  });

  it('binds a secret to the origin of its request alone', () => {
    const lifted = lift([withRequest({ headers: [{ key: 'X-API-Key', value: 'some-secret-value' }] })]);

    expect(lifted.found[0]?.uses).toEqual([
      expect.objectContaining({
        headerName: 'X-API-Key',
        origins: ['https://api.example.com'],
        place: 'C › R',
      }),
    ]);
  });

  it('finds where a variable is used, and its origin through another variable', () => {
    const lifted = lift(
      [
        withRequest({
          url: postmanUrl({ raw: '{{host}}/x' }),
          headers: [{ key: 'X-API-Key', value: '{{apiKey}}' }],
        }),
      ],
      [
        environmentDocument('E', [
          { key: 'host', value: 'https://one.example' },
          { key: 'apiKey', value: 'some-secret-value' },
        ]),
      ],
    );

    expect(lifted.found[0]?.uses[0]).toMatchObject({
      kind: 'variable',
      headerName: 'X-API-Key',
      origins: ['https://one.example'],
    });
  });

  it('knows no origin when a part of the host is a variable without a value', () => {
    const lifted = lift([
      withRequest({
        url: postmanUrl({ raw: 'https://{{tenant}}.example.com/x' }),
        headers: [{ key: 'X-API-Key', value: 'some-secret-value' }],
      }),
    ]);

    expect(lifted.found[0]?.uses[0]?.origins).toEqual([]);
  });

  it.each(['', '{{token}}', 'Bearer {{token}}', '<your token>', '$TOKEN', 'xxxxxxxx', '****'])(
    'leaves %j in a header as it is',
    (value) => {
      const lifted = lift([withRequest({ headers: [{ key: 'Authorization', value }] })]);

      expect(lifted.found).toEqual([]);
    },
  );

  it.each<[string, string]>([
    ['tokenUrl', 'https://login.example.com/token'],
    ['passwordLength', '12'],
    ['page', 'some-value-of-a-page'],
    ['useToken', 'true'],
  ])('does not take the variable %s for a secret', (key, value) => {
    expect(lift([], [environmentDocument('E', [{ key, value }])]).found).toEqual([]);
  });

  it.each<[string, string]>([
    ['hook', 'https://me:pass-word@example.com/x'],
    ['hook', 'https://example.com/x?access_token=some-value'],
  ])('takes an address with credentials for a secret (%s)', (key, value) => {
    expect(secretsOf(lift([], [environmentDocument('E', [{ key, value }])]))).toEqual([value]);
  });

  it('tells the same secret once, with all of its places', () => {
    const header = { key: 'X-API-Key', value: 'some-secret-value' };
    const lifted = lift([
      withRequest({ name: 'One', headers: [header] }),
      withRequest({ name: 'Two', headers: [header] }),
    ]);

    expect(lifted.found).toHaveLength(1);
    expect(lifted.found[0]?.uses.map(({ place }) => place)).toEqual(['C › One', 'C › Two']);
  });

  it('names no secret in what it tells', () => {
    const secret = 'secret-in-a-name-0001';
    const lifted = lift([
      withRequest({ name: `Call with ${secret}`, headers: [{ key: 'X-API-Key', value: secret }] }),
    ]);

    const told = lifted.found.map(({ uses, mask, token }) => ({ uses, mask, token }));
    expect(JSON.stringify([told, lifted.notes, lifted.collections])).not.toContain(secret);
  });

  it('refuses more secrets than a person can be asked about', () => {
    const headers = Array.from({ length: 501 }, (_, index) => ({
      key: 'X-API-Key',
      value: `some-secret-${index}`,
    }));

    expect(
      liftSecrets(
        { collections: [withRequest({ headers })], environments: [], notes: [] },
        { nonce: 'n', names: englishNames },
      ),
    ).toMatchObject({
      ok: false,
      error: { code: 'import-too-large' },
    });
  });
});
