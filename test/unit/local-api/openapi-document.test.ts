import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isServedLocally, LOCAL_API_ROUTES } from '../../../shared/domain/local-api-routes.ts';
import { openApiDocument } from '../../../electron/local-api/openapi/openapi-document.ts';
import { createRouteTable } from '../../../electron/local-api/route-table.ts';
import { createRoutes } from '../../../electron/local-api/routes/all-routes.ts';
import { defineRoute } from '../../../electron/local-api/routes/route.ts';
import { localAccessKeys, seededLedger } from '../../integration/local-api/rig.ts';
import { manualClock, recordingLogger, seededRandom } from '../../support/in-memory-ports.ts';
import { unlockedVault } from '../../support/unlocked-vault.ts';

function routes() {
  const { ledger } = seededLedger();
  const ports = { ledger, clock: manualClock(), random: seededRandom('routes'), logger: recordingLogger() };
  return createRoutes({
    ...ports,
    accessKeys: localAccessKeys(ports),
    publish: () => undefined,
    vault: unlockedVault(),
    holdsSecret: () => false,
    callsPerMonth: 1,
    callsThisMonth: () => 0,
  });
}

const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.unknown()))).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});
const documentSchema = z.looseObject({
  openapi: z.literal('3.1.1'),
  servers: z.array(z.looseObject({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const document = documentSchema.parse(openApiDocument(routes(), 'http://127.0.0.1:5362'));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    place: `${method.toUpperCase()} ${path}`,
    operation,
  })),
);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    const broken = { ...structuredClone(document), paths: { '/me': { get: { responses: 5 } } } };
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
  });

  it('has every route of the contract and of the server, and nothing else', () => {
    const places = operations.map(({ place }) => place).sort();
    expect(places).toEqual([...LOCAL_API_ROUTES].sort());
    expect(places).toEqual(
      routes()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  it('names each operation once, and every place that it refers to is there', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, place = '']) => place.split('/'));
    expect(references.length).toBeGreaterThan(20);
    for (const place of references) {
      let value: unknown = document;
      for (const name of place) value = z.record(z.string(), z.unknown()).parse(value)[name];
      expect(place.join('/') + typeof value).toMatch(/object$/);
    }
    expect(text).not.toContain('$defs');
  });

  it('says of each operation which keys it takes', () => {
    const security = new Map(operations.map(({ place, operation }) => [place, operation.security]));
    expect(security.get('GET /keyfob/v1/openapi.json')).toEqual([]);
    expect(security.get('GET /collections/{uid}')).toContainEqual({ accessKey: [] });
    expect([...security.values()].filter((each) => each !== undefined)).toHaveLength(2);
  });

  it('tells of the writes’ bodies, recursion included, and of the refusals of each', () => {
    expect(document.components.schemas).toMatchObject({
      Collection: { required: ['info', 'item'] },
      CollectionItem: { properties: { item: { items: { $ref: '#/components/schemas/CollectionItem' } } } },
    });
    const { operation } = operations.find(({ place }) => place === 'PUT /collections/{uid}') ?? {};
    expect(operation).toMatchObject({
      requestBody: {
        content: {
          'application/json': {
            schema: { properties: { collection: { $ref: '#/components/schemas/Collection' } } },
          },
        },
      },
    });
    expect(Object.keys(operation?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '429',
      '500',
      'default',
    ]);
  });
});

describe('what is known to be served', () => {
  it('is what the table of routes says', () => {
    expect(isServedLocally('HEAD', '/collections/1-a')).toBe(true);
    for (const [method, path] of [
      ['GET', '/mocks'],
      ['PATCH', '/environments/1-a'],
      ['GET', '/collections/'],
      ['GET', '/collections/a/b'],
      ['GET', '/keyfob/v1/openapi-json'],
    ] as const)
      expect([path, isServedLocally(method, path)]).toEqual([path, false]);
  });
});

describe('the table of routes', () => {
  const table = createRouteTable(routes());
  it('finds a route by method and path, with its parameters decoded', () => {
    expect(table('GET', '/collections/a%20b')).toMatchObject({
      params: { uid: 'a b' },
      route: { operationId: 'getCollection' },
    });
    expect(table('GET', '/collections/%zz')).toMatchObject({ params: { uid: '%zz' } });
  });
  it.each([
    '/collections/',
    '/collections/a/b',
    '/',
    '',
    '/me/',
    '/ME',
    '/toString',
    '/__proto__',
    '/*',
    '/:uid',
    '/collections/:',
  ])('finds none for %s, or the one whose parameter it is', (path) => {
    const match = table('GET', path);
    expect(match === null || match.route.operationId === 'getCollection').toBe(true);
    expect(table('PATCH', path)?.route.operationId ?? 'changeCollection').toBe('changeCollection');
    expect(table('TRACE', path)).toBeNull();
  });
  it('does not take two routes for one place', () => {
    const route = defineRoute({
      method: 'GET',
      path: '/me',
      operationId: 'a',
      tag: 'a',
      summary: 'a',
      handle: () => ({ status: 204, body: null }),
    });
    expect(() => createRouteTable([route, route])).toThrow('Two routes');
  });
});
