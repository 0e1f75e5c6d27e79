import { z } from 'zod';
import { OPENAPI_PATH } from '../../../shared/domain/local-api-state.ts';
import { found } from '../answer.ts';
import { openApiDocument } from '../openapi/openapi-document.ts';
import { defineRoute, type Route } from './route.ts';

/** The document about the other routes and this one. It needs no key: nothing in it is anybody's. */
export function openApiRoute(others: readonly Route[]): Route {
  const route: Route = defineRoute({
    method: 'GET',
    path: OPENAPI_PATH,
    access: 'open',
    operationId: 'getOpenApiDocument',
    tag: 'Keyfob',
    summary: 'This document',
    reply: z.looseObject({ openapi: z.string() }),
    handle: ({ origin }) => found(openApiDocument([...others, route], origin)),
  });
  return route;
}
