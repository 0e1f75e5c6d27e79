import { z } from 'zod';
import type { Route } from '../routes/route.ts';
import { COMMON_COMPONENTS, LIMIT_HEADERS, refusalResponses } from './common-components.ts';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly [member: string]: unknown;
}

/**
 * OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), made of the routes themselves: their schemas are what the server
 * parses with. `origin`: where it answers now.
 */
export function openApiDocument(routes: readonly Route[], origin: string): OpenApiDocument {
  const schemas = createSchemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const methods = (paths[route.path] ??= {});
    methods[route.method.toLowerCase()] = operationOf(route, schemas);
  }
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Keyfob’s Local API',
      version: '1.0.0',
      summary: 'The part of the Postman API that Keyfob serves on this computer.',
      description:
        'It answers on loopback only, to programs and not to web pages, and takes keys that Keyfob issued. Every bad key gets the same 401.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin, description: 'On this computer' }],
    security: [{ apiKeyHeader: [] }, { apiKeyQuery: [] }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: { ...COMMON_COMPONENTS, schemas: { ...COMMON_COMPONENTS.schemas, ...schemas.named() } },
  };
}

const SECURITY: Readonly<Record<Route['access'], Json>> = {
  'api-key': {},
  'access-key': { security: [{ apiKeyHeader: [] }, { apiKeyQuery: [] }, { accessKey: [] }] },
  open: { security: [] },
};

function operationOf(route: Route, schemas: Schemas): Json {
  const { operationId, tag, summary, description, body } = route;
  const parameters = [...pathParameters(route), ...queryParameters(route, schemas)];
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...SECURITY[route.access],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemas.of(body, 'input') } },
          },
        }),
    responses: responsesOf(route, schemas),
  };
}

function pathParameters({ path, parameters = {} }: Route): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const description = parameters[name];
    const schema = { type: 'string' };
    return {
      name,
      in: 'path',
      required: true,
      schema,
      ...(description === undefined ? {} : { description }),
    };
  });
}

const objectSchema = z.looseObject({ properties: z.record(z.string(), z.looseObject({})).optional() });

function queryParameters({ query }: Route, schemas: Schemas): readonly Json[] {
  if (query === null) return [];
  const { properties = {} } = objectSchema.parse(schemas.of(query, 'input'));
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    return {
      name,
      in: 'query',
      required: false,
      schema,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function responsesOf(route: Route, schemas: Schemas): Json {
  const { reply, refusals = {} } = route;
  const success =
    reply === null
      ? { 204: { description: 'Done; there is no content.', headers: LIMIT_HEADERS } }
      : {
          200: {
            description: route.summary,
            headers: LIMIT_HEADERS,
            content: { 'application/json': { schema: schemas.of(reply, 'output') } },
          },
        };
  return { ...success, ...refusalResponses({ isOpen: route.access === 'open', own: refusals }) };
}

interface Schemas {
  of(schema: z.ZodType, io: 'input' | 'output'): Json;
  named(): Json;
}

const jsonSchema = z.looseObject({ $defs: z.record(z.string(), z.unknown()).optional() });

/** JSON Schema of zod's schemas; those with a name of their own go to the document's components. */
function createSchemas(): Schemas {
  const named: Record<string, unknown> = {};
  return {
    named: () => named,
    of(schema, io) {
      const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
      const moved = text.replaceAll('"#/$defs/', '"#/components/schemas/');
      const { $schema: _, $defs = {}, ...rest } = jsonSchema.parse(JSON.parse(moved));
      for (const [name, definition] of Object.entries($defs)) named[name] = withoutId(definition);
      return rest;
    },
  };
}

const definitionSchema = z.looseObject({});

/** zod writes a schema's name into it, where it would be taken for an address to resolve against. */
function withoutId(definition: unknown): unknown {
  const { id: _, ...rest } = definitionSchema.parse(definition);
  return rest;
}
