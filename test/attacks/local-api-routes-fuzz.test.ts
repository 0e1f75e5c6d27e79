import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRoutes } from '../../electron/local-api/routes/all-routes.ts';
import type { Route } from '../../electron/local-api/routes/route.ts';
import { composeKey, parseKey } from '../../electron/local-api/key-format.ts';
import { listItems, type ItemTable } from '../../electron/local-api/workspace-rows.ts';
import { startRig, type Rig } from '../integration/local-api/rig.ts';
import { valueOf } from '../support/results.ts';
import { fuzz } from '../support/fuzz.ts';
import { holds } from '../support/holds.ts';
import { unlockedVault } from '../support/unlocked-vault.ts';

/** What a bad key may be; every one of them must be told the same. */
const BAD_KEYS = [
  'missing',
  'empty',
  'malformed',
  'mistyped',
  'unknown',
  'wrong',
  'expired',
  'disabled',
  'grace-ended',
  'member-left',
  'revoked',
  'access-key',
] as const;

let rig: Rig;
let routes: readonly Route[];
let good: string;
let bad: ReadonlyMap<(typeof BAD_KEYS)[number], string | null>;

beforeAll(async () => {
  rig = await startRig();
  routes = createRoutes({
    ledger: rig.ledger,
    clock: rig.clock,
    random: { bytes: () => new Uint8Array(1), id: () => '' },
    accessKeys: rig.accessKeys,
    publish: () => undefined,
    vault: unlockedVault(),
    holdsSecret: () => false,
    callsPerMonth: 1,
    callsThisMonth: () => 0,
  });
  good = rig.addKey();
  const parsed = parseKey(good);
  const publicId = parsed.kind === 'well-formed' ? parsed.publicId : '';
  const revoked = rig.addKey('revoked');
  const revokedParts = parseKey(revoked);
  rig.keyStore.records.delete(revokedParts.kind === 'well-formed' ? revokedParts.publicId : '');
  bad = new Map([
    ['missing', null],
    ['empty', ''],
    ['malformed', 'nothing like a key'],
    ['mistyped', `${good.slice(0, -1)}${good.endsWith('a') ? 'b' : 'a'}`],
    ['unknown', composeKey({ prefix: 'kfak', publicId: '0'.repeat(12), random: '0'.repeat(32) })],
    ['wrong', composeKey({ prefix: 'kfak', publicId, random: '0'.repeat(32) })],
    ['expired', rig.addKey('expired', 'expired')],
    ['disabled', rig.addKey('disabled', 'disabled')],
    ['grace-ended', rig.addKey('grace-ended', 'grace-ended')],
    ['member-left', rig.addKey('member-left', 'member-left')],
    ['revoked', revoked],
    ['access-key', valueOf(rig.accessKeys.share(uidsOf('local_collections')[0] ?? '', rig.member.id)).secret],
  ]);
});
afterAll(() => rig.close());

function uidsOf(table: ItemTable): readonly string[] {
  return listItems(rig.ledger, table).map(({ uid }) => uid);
}

const oddText = fc.string({
  unit: fc.constantFrom(...Array.from('/?#&=%.\\:;,"\'{}[]<>@!$*+-_~ aZ09\0\x7fé\u202e😀')),
  maxLength: 40,
});

const name = fc.oneof(fc.constantFrom('Billing', ' Größe ', 'a'.repeat(255)), oddText);

const item: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  item: fc.oneof(
    { maxDepth: 3 },
    fc.record(
      { name: oddText, request: fc.oneof(oddText, fc.object({ maxDepth: 1 })) },
      { requiredKeys: [] },
    ),
    fc.record({ name: oddText, item: fc.array(tie('item'), { maxLength: 3 }) }),
  ),
})).item;

/** Mostly near to what a route takes, sometimes nothing like it. */
const writable = fc.record({
  collection: fc.record({ info: fc.record({ name }), item: fc.array(item, { maxLength: 3 }) }),
  environment: fc.record({
    name,
    values: fc.array(fc.record({ key: oddText, value: oddText }), { maxLength: 3 }),
  }),
});
const body = fc.oneof(
  { weight: 3, arbitrary: writable },
  { weight: 1, arbitrary: fc.record({ collection: fc.jsonValue(), environment: fc.jsonValue() }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

const queryValue = fc.oneof(
  oddText,
  fc.nat().map(String),
  fc.constantFrom('-1', '1e9', '99999999999', 'NaN', Buffer.from('offset=10&limit=10').toString('base64')),
);
const query = fc.dictionary(
  fc.constantFrom('workspace', 'name', 'limit', 'offset', 'cursor', 'collectionId', 'type', '__proto__'),
  queryValue,
);
const parameter = fc.oneof(fc.nat(3), oddText, fc.webPath());

interface Drawn {
  readonly route: number;
  readonly parameter: string | number;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({ route: fc.nat(), parameter, query, body });

interface Sent {
  readonly route: Route;
  readonly url: string;
  readonly init: RequestInit;
}

function toRequest(
  { route: index, parameter: value, query: parameters, body: content }: Drawn,
  secret: string | null,
): Sent {
  const route = routes[index % routes.length];
  if (route === undefined) throw new Error('There are no routes');
  const known = uidsOf(route.path.startsWith('/environments') ? 'local_environments' : 'local_collections');
  const segment = typeof value === 'number' ? (known[value] ?? 'none') : value === '' ? 'x' : value;
  // Two dots would be resolved away before they are sent.
  const path = route.path.replace(/\{\w+\}/, encodeURIComponent(segment).replaceAll('.', 'd'));
  const text = new URLSearchParams(parameters).toString();
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (secret !== null) headers['X-API-Key'] = secret;
  const writes = ['POST', 'PUT', 'PATCH'].includes(route.method);
  const init = { method: route.method, headers, ...(writes ? { body: JSON.stringify(content) } : {}) };
  return { route, url: `${rig.url}${path}?${text}`, init };
}

const error = z.strictObject({
  error: z.strictObject({ name: z.string(), message: z.string(), details: z.unknown().optional() }),
});
const problem = z.strictObject({ type: z.string(), title: z.string(), detail: z.string(), status: z.int() });

describe('whatever is sent to a route', () => {
  it(
    'with a good key is answered as its schema says, and never with a 500',
    holds('limits.routes'),
    async () => {
      const answered = new Set<string>();
      await fc.assert(
        fc.asyncProperty(drawn, async (input) => {
          const { route, url, init } = toRequest(input, good);
          const response = await fetch(url, init);
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          if (response.status === 204) expect([route.reply, text]).toEqual([null, '']);
          else if (response.status === 200) route.reply?.parse(JSON.parse(text));
          else z.union([error, problem]).parse(JSON.parse(text));
          expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeGreaterThanOrEqual(0);
          answered.add(`${route.operationId} ${String(response.status)}`);
          rig.clock.advance(10_000);
        }),
        fuzz(500),
      );
      // The inputs are near enough to what is taken for the writes to happen.
      for (const outcome of [
        'createCollection 200',
        'replaceCollection 200',
        'deleteCollection 200',
        'createEnvironment 200',
        'createCollection 400',
      ])
        expect([...answered]).toContain(outcome);
      expect(new Set([...answered].map((outcome) => outcome.split(' ')[0])).size).toBe(routes.length);
      expect(rig.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  it('with a bad key is told one thing, whichever kind of bad it is', holds('issue.one-answer'), async () => {
    const before = listItems(rig.ledger, 'local_collections').length;
    const told = new Map<string, Set<string>>();
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(...BAD_KEYS), async (input, kind) => {
        const { route, url, init } = toRequest(input, bad.get(kind) ?? null);
        if (route.access === 'open') return;
        const response = await fetch(url, init);
        const names = [...response.headers.keys()].sort();
        // What was not read of a body ends the connection, which the answer says.
        const answers = told.get(route.method) ?? new Set();
        told.set(route.method, answers.add(JSON.stringify([response.status, await response.text(), names])));
        rig.clock.advance(60_000);
      }),
      fuzz(300),
    );
    const answers = [...told.values()].flatMap((each) => [...each]);
    expect(answers.filter((answer) => !answer.startsWith('[401,'))).toEqual([]);
    // One a method.
    expect(answers).toHaveLength(5);
    expect(listItems(rig.ledger, 'local_collections')).toHaveLength(before);
  });

  it('without a key is read from the open route alone', async () => {
    for (const route of routes) {
      const { url, init } = toRequest(
        { route: routes.indexOf(route), parameter: 'x', query: {}, body: {} },
        null,
      );
      expect([route.operationId, (await fetch(url, init)).status]).toEqual([
        route.operationId,
        route.access === 'open' ? 200 : 401,
      ]);
    }
  });

  it('of the open route meets the same defences', async () => {
    const url = `${rig.url}/keyfob/v1/openapi.json`;
    expect((await fetch(url, { headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    expect((await fetch(url, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    const foreign = await rig.raw('GET /keyfob/v1/openapi.json HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(foreign.text).toMatch(/^HTTP\/1\.1 403 /);
    const response = await fetch(url);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: rig.url }] });
    let last = response.status;
    for (let call = 0; call < 300; call += 1) last = (await fetch(url)).status;
    expect(last).toBe(429);
    rig.clock.advance(60_000);
  });
});
