import { Hono } from 'hono';
import { z } from 'zod';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { findMember } from '../keys/member-rows.ts';
import { addAccessKeyRoutes, type AccessKeyRoutesOptions } from './access-key-routes.ts';
import { errorAnswer, itemNotFound, malformedRequest, NOT_SERVED } from './answer.ts';
import {
  collectionShape,
  environmentShape,
  itemShape,
  meShape,
  workspaceDetailShape,
  workspaceShape,
} from './postman-shapes.ts';
import { found, send } from './send.ts';
import { findItem, findWorkspace, listItems, listWorkspaces } from './workspace-rows.ts';

/** As whom a request acts: the verifier found it out. */
export interface Caller {
  /** `null` for who came with a collection access key. */
  readonly apiKeyId: string | null;
  readonly memberId: string;
}

export interface RoutesOptions {
  readonly ledger: Ledger;
  readonly callsPerMonth: number;
  readonly callsThisMonth: () => number;
  readonly accessKeys: AccessKeyRoutesOptions['accessKeys'];
}

export type Routes = Hono<{ Bindings: Caller }>;

/** The Postman API answers 400 here, and not 404 as for every other item. */
const COLLECTION_NOT_FOUND = errorAnswer(
  400,
  'instanceNotFoundError',
  'We could not find the collection you are looking for',
);

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();
const listQuerySchema = z.object({
  workspace: z.string().optional(),
  name: z.string().optional(),
  limit: wholeNumber,
  offset: wholeNumber,
});

/** The routes of the Postman API that are served. A request comes here with a good key, within its limits. Throws for bugs. */
export function createRoutes({ ledger, callsPerMonth, callsThisMonth, accessKeys }: RoutesOptions): Routes {
  const routes: Routes = new Hono();

  routes.get('/me', (context) => {
    const member = findMember(ledger, context.env.memberId);
    if (member === null) throw new Error('A key belongs to a member that does not exist');
    return send(found(meShape(member, { limit: callsPerMonth, usage: callsThisMonth() })));
  });

  routes.get('/collections', (context) => {
    const query = listQuerySchema.safeParse(context.req.query());
    if (!query.success) return send(malformedRequest('limit and offset are whole numbers.'));
    return send(found({ collections: listItems(ledger, 'local_collections', query.data).map(itemShape) }));
  });
  routes.get('/collections/:uid', (context) => {
    const row = findItem(ledger, 'local_collections', context.req.param('uid'));
    return send(row === null ? COLLECTION_NOT_FOUND : found(collectionShape(row)));
  });

  routes.get('/environments', (context) => {
    const workspace = context.req.query('workspace');
    const rows = listItems(ledger, 'local_environments', { workspace });
    return send(found({ environments: rows.map(itemShape) }));
  });
  routes.get('/environments/:uid', (context) => {
    const uid = context.req.param('uid');
    const row = findItem(ledger, 'local_environments', uid);
    return send(row === null ? itemNotFound('environment', uid) : found(environmentShape(row)));
  });

  routes.get('/workspaces', () => send(found({ workspaces: listWorkspaces(ledger).map(workspaceShape) })));
  routes.get('/workspaces/:id', (context) => {
    const id = context.req.param('id');
    const row = findWorkspace(ledger, id);
    if (row === null) return send(itemNotFound('workspace', id));
    const collections = listItems(ledger, 'local_collections', { workspace: id });
    const environments = listItems(ledger, 'local_environments', { workspace: id });
    return send(found(workspaceDetailShape(row, { collections, environments })));
  });

  addAccessKeyRoutes(routes, { ledger, accessKeys });

  routes.notFound(() => send(NOT_SERVED));
  routes.onError((error) => {
    throw error;
  });
  return routes;
}
