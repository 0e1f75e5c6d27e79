import { z } from 'zod';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import { found, itemNotFound } from '../answer.ts';
import type { SealedVariables } from '../sealed-variables.ts';
import { findItem, listItems } from '../workspace-rows.ts';
import { SEALED_AWAY, type ItemWriter } from '../write-items.ts';
import { itemNameSchema } from './collection-schema.ts';
import { defineRoute, type Route } from './route.ts';
import { deletedItemSchema, itemSchema, itemShape, writtenItemSchema, writtenItemShape } from './shapes.ts';

export interface EnvironmentRoutesOptions {
  readonly ledger: Ledger;
  readonly environments: ItemWriter;
  readonly variables: Pick<SealedVariables, 'open'>;
}

const variableSchema = z
  .looseObject({
    key: z.string(),
    value: z.string().optional(),
    type: z
      .string()
      .optional()
      .describe(
        '`default`, or `secret` for a value that is sealed where it is kept, and masked where it is shown.',
      ),
    enabled: z.boolean().optional(),
  })
  .meta({ id: 'EnvironmentVariable', description: 'A variable of an environment.' });

const bodySchema = z.object({
  environment: z.looseObject({ name: itemNameSchema, values: z.array(variableSchema).default([]) }),
});
const writtenSchema = z.strictObject({ environment: writtenItemSchema });
const UID = { uid: 'The environment’s uid, or its id.' };
const FORBIDDEN_WRITE = 'The environment is another member’s, and the key’s user is no admin.';
const LOCKED = 'A value is secret, and Keyfob is locked.';
const UNKNOWN = 'There is no such environment.';
const TAG = 'Environments';

/** The environments, read and written. */
export function environmentRoutes(options: EnvironmentRoutesOptions): readonly Route[] {
  return [...readRoutes(options), ...writeRoutes(options)];
}

function readRoutes({ ledger, variables }: EnvironmentRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/environments',
      operationId: 'listEnvironments',
      tag: TAG,
      summary: 'The environments',
      query: z.object({
        workspace: z.string().optional().describe('Those in this workspace alone: its id.'),
      }),
      reply: z.strictObject({ environments: z.array(itemSchema) }),
      handle({ query }) {
        return found({ environments: listItems(ledger, 'local_environments', query).map(itemShape) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/environments/{uid}',
      operationId: 'getEnvironment',
      tag: TAG,
      summary: 'One environment with its variables',
      parameters: UID,
      reply: z.strictObject({ environment: itemSchema.extend({ values: z.array(z.unknown()) }) }),
      refusals: { 404: UNKNOWN, 503: LOCKED },
      handle({ params: { uid } }) {
        const row = findItem(ledger, 'local_environments', uid);
        if (row === null) return itemNotFound('environment', uid);
        const values = variables.open(row.content);
        if (!values.ok) return SEALED_AWAY;
        return found({ environment: { ...itemShape(row), values: values.value } });
      },
    }),
  ];
}

function writeRoutes({ environments }: EnvironmentRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/environments',
      operationId: 'createEnvironment',
      tag: TAG,
      summary: 'A new environment',
      query: z.object({
        workspace: z.string().optional().describe('Where: a workspace’s id. Else the first.'),
      }),
      body: bodySchema,
      reply: writtenSchema,
      refusals: { 404: 'There is no such workspace.', 503: LOCKED },
      handle({ member, query, body: { environment } }) {
        const { name, values } = environment;
        const written = environments.create(member, { name, content: { values } }, query.workspace);
        return written.ok ? found({ environment: writtenItemShape(written.row) }) : written.refusal;
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/environments/{uid}',
      operationId: 'replaceEnvironment',
      tag: TAG,
      summary: 'Replaces an environment’s name and variables',
      parameters: UID,
      body: bodySchema,
      reply: writtenSchema,
      refusals: { 403: FORBIDDEN_WRITE, 404: UNKNOWN, 503: LOCKED },
      handle({ member, params, body: { environment } }) {
        const { name, values } = environment;
        const written = environments.replace(member, params.uid, { name, content: { values } });
        return written.ok ? found({ environment: writtenItemShape(written.row) }) : written.refusal;
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/environments/{uid}',
      operationId: 'deleteEnvironment',
      tag: TAG,
      summary: 'Deletes an environment',
      parameters: UID,
      reply: z.strictObject({ environment: deletedItemSchema }),
      refusals: { 403: FORBIDDEN_WRITE, 404: UNKNOWN },
      handle({ member, params }) {
        const written = environments.remove(member, params.uid);
        if (!written.ok) return written.refusal;
        const { id, uid } = written.row;
        return found({ environment: { id, uid } });
      },
    }),
  ];
}
