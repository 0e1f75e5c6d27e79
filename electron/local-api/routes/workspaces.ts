import { z } from 'zod';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import { found, itemNotFound } from '../answer.ts';
import { teamOf } from '../team.ts';
import { findWorkspace, listItems, listWorkspaces, type ItemRow } from '../workspace-rows.ts';
import { defineRoute, type Route } from './route.ts';
import { isoTime, isoTimeSchema, workspaceSchema, workspaceShape } from './shapes.ts';

const referenceSchema = z.strictObject({ id: z.string(), name: z.string(), uid: z.string() });

const workspaceDetailSchema = workspaceSchema.extend({
  description: z.string(),
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
  collections: z.array(referenceSchema),
  environments: z.array(referenceSchema),
});

/** The workspaces, to be read. */
export function workspaceRoutes({ ledger }: { readonly ledger: Ledger }): readonly Route[] {
  const hasTeam = (): boolean => teamOf(ledger).teamId !== 0;
  return [
    defineRoute({
      method: 'GET',
      path: '/workspaces',
      operationId: 'listWorkspaces',
      tag: 'Workspaces',
      summary: 'The workspaces',
      isCostly: true,
      query: z.object({ type: z.string().optional().describe('Those of this type alone.') }),
      reply: z.strictObject({ workspaces: z.array(workspaceSchema) }),
      handle({ query }) {
        const workspaces = listWorkspaces(ledger).map((row) => workspaceShape(row, hasTeam()));
        return found({
          workspaces: workspaces.filter(({ type }) => query.type === undefined || type === query.type),
        });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/workspaces/{id}',
      operationId: 'getWorkspace',
      tag: 'Workspaces',
      summary: 'One workspace and what is in it',
      parameters: { id: 'The workspace’s id.' },
      isCostly: true,
      reply: z.strictObject({ workspace: workspaceDetailSchema }),
      refusals: { 404: 'There is no such workspace.' },
      handle({ params: { id } }) {
        const row = findWorkspace(ledger, id);
        if (row === null) return itemNotFound('workspace', id);
        return found({
          workspace: {
            ...workspaceShape(row, hasTeam()),
            description: '',
            createdAt: isoTime(row.created_at),
            updatedAt: isoTime(row.updated_at),
            collections: listItems(ledger, 'local_collections', { workspace: id }).map(referenceTo),
            environments: listItems(ledger, 'local_environments', { workspace: id }).map(referenceTo),
          },
        });
      },
    }),
  ];
}

function referenceTo({ id, name, uid }: ItemRow): z.output<typeof referenceSchema> {
  return { id, name, uid };
}
