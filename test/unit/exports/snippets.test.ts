import { describe, expect, it } from 'vitest';
import { createSnippetService } from '../../../electron/exports/snippet-service.ts';
import { NO_KEYS } from '../../../electron/collections/auth-mapping.ts';
import { NO_PLACE, type EnvironmentScope } from '../../../electron/requests/request-place.ts';
import { SNIPPET_LANGUAGES, type SnippetLanguage } from '../../../shared/domain/code-snippet.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { addKey, aService, fakeSigningKeys } from '../../support/fake-signing-keys.ts';
import { createMadeValues } from '../../../electron/requests/made-values.ts';
import { manualClock, seededRandom } from '../../support/in-memory-ports.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const ORIGIN = 'https://api.example.com';
const MARK = 'kfmark00112233445566778899aabbccddeeff0000';
const SECRET = 'the-key-value-1';

function bench() {
  const keys = fakeSigningKeys();
  keys.directory.push(aService({ id: 'svc', origins: [ORIGIN] }));
  addKey(keys, SECRET, { id: 'key-1', serviceId: 'svc' });
  const environment: EnvironmentScope = {
    name: 'Staging',
    values: new Map([
      ['host', ORIGIN],
      ['api token', MARK],
    ]),
    secretVariables: [
      { name: 'api token', mark: MARK, origins: [ORIGIN], open: () => ({ ok: true, value: 'never opened' }) },
    ],
    unusable: new Map(),
  };
  const service = createSnippetService({
    places: { find: () => Promise.resolve({ ...NO_PLACE, environment }) },
    keyNames: NO_KEYS,
    signingKeys: keys,
    secretScan: { holdsSecret: (text) => text.includes(SECRET) },
    random: seededRandom(),
    madeValues: createMadeValues({ clock: manualClock(), random: seededRandom() }),
  });
  const draft: RequestDraft = {
    ...emptyRequestDraft(),
    method: 'POST',
    url: '{{host}}/orders',
    params: [{ name: 'page', value: '2', isEnabled: true }],
    headers: [{ name: 'Authorization', value: 'Bearer {{api token}}', isEnabled: true }],
    body: { kind: 'json', text: `{"note":"it's {{api token}}"}` },
  };
  const get = (language: SnippetLanguage, change: Partial<RequestDraft> = {}) =>
    service.get({ draft: { ...draft, ...change }, collectionId: null, requestId: null, language });
  return { get, keys };
}

describe('a request as code', () => {
  it.each(SNIPPET_LANGUAGES)('in $label has address and body, and no secret nor its mark', async ({ id }) => {
    const { get, keys } = bench();
    const { code, placeholders } = valueOf(await get(id));
    expect(code).toContain('api.example.com');
    expect(code).toMatch(/page\W+2/);
    expect(code).not.toMatch(/kfmark|kfkey|the-key-value|never opened|Keyfob\//);
    expect(code).toContain('KEYFOB_KEY');
    expect(code).toContain('KEYFOB_API_TOKEN');
    expect(placeholders).toEqual(['KEYFOB_KEY', 'KEYFOB_API_TOKEN']);
    expect(keys.opened).toEqual([]);
  });

  it('for a shell ends the quotes before a variable, so that it is read', async () => {
    const { code } = valueOf(await bench().get('shell-curl'));
    expect(code).toContain(`'Authorization: Bearer '"$KEYFOB_API_TOKEN"`);
    expect(code).toContain(`'X-API-Key: '"$KEYFOB_KEY"`);
  });

  it.each([
    ['node-axios', `"Bearer " + process.env.KEYFOB_API_TOKEN`],
    ['python-requests', `"Bearer " + os.environ["KEYFOB_API_TOKEN"]`],
    ['go-native', `"Bearer " + os.Getenv("KEYFOB_API_TOKEN")`],
    ['java-httpclient', `"Bearer " + System.getenv("KEYFOB_API_TOKEN")`],
    ['powershell-restmethod', `('Bearer ' + $env:KEYFOB_API_TOKEN)`],
    ['php-guzzle', `'Bearer ' . getenv('KEYFOB_API_TOKEN')`],
  ] as const)('in %s reads the variable of its surroundings', async (language, expected) => {
    expect(valueOf(await bench().get(language)).code).toContain(expected);
  });

  it('without key and secret names none', async () => {
    const { get } = bench();
    const plain = {
      url: 'https://other.example.com/',
      headers: [],
      body: { kind: 'none' },
      method: 'GET',
    } as const;
    const { code, placeholders } = valueOf(await get('shell-curl', plain));
    expect(code).not.toMatch(/KEYFOB|--data/);
    expect(placeholders).toEqual([]);
  });

  it('has values that were made for it, so that it can be run as it is', async () => {
    const { get } = bench();
    const made = { url: '{{host}}/{{$guid}}', headers: [], body: { kind: 'none' } } as const;
    const [one, other] = [await get('shell-curl', made), await get('shell-curl', made)];
    expect(valueOf(one).code).toMatch(/\/[0-9a-f]{8}-[0-9a-f-]{27}\?page=2'/);
    expect(valueOf(one).code).not.toBe(valueOf(other).code);
  });

  it('never reads a file for a body, nor runs what is in it', async () => {
    const { get } = bench();
    const file = { headers: [], body: { kind: 'text', text: '@/etc/passwd' } } as const;
    expect(valueOf(await get('shell-curl', file)).code).toContain(`--data-raw '@/etc/passwd'`);
    const json = { headers: [], body: { kind: 'json', text: `{"a":"\\u0027$(id)","b":"'"}` } } as const;
    expect(valueOf(await get('shell-curl', json)).code).toContain(
      String.raw`--data-raw '{"a":"\u0027$(id)","b":"'\''"}'`,
    );
  });

  it('is not written for curl with a NUL, which no argument can hold', async () => {
    const nul = { headers: [], body: { kind: 'text', text: 'a\0b' } } as const;
    expect(errorOf(await bench().get('shell-curl', nul)).code).toBe('request-invalid');
    expect(valueOf(await bench().get('python-requests', nul)).code).toContain(String.raw`a\u0000b`);
  });

  it('is refused with a secret in the address, and with a value that Keyfob keeps', async () => {
    const { get } = bench();
    expect(errorOf(await get('shell-curl', { url: '{{host}}/{{api token}}' })).code).toBe(
      'secret-variable-misplaced',
    );
    const typed = [{ name: 'X-Typed', value: SECRET, isEnabled: true }];
    expect(errorOf(await get('shell-curl', { headers: typed })).code).toBe('text-holds-secret');
  });
});
