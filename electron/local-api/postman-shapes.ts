import { z } from 'zod';
import type { Member } from '../keys/member-rows.ts';
import { COLLECTION_SCHEMA } from './sample-workspace.ts';
import type { ItemRow, ItemWithContentRow, WorkspaceRow } from './workspace-rows.ts';

/** `GET /me` as the Postman API's definition has it. `teamId` 0 says that there is no team. */
export function meShape(member: Member, calls: { readonly limit: number; readonly usage: number }): unknown {
  return {
    user: {
      id: member.numericId,
      username: member.username,
      email: member.email,
      fullName: member.name,
      avatar: null,
      isPublic: false,
      teamId: 0,
      teamName: '',
      teamDomain: '',
      roles: [member.role],
    },
    operations: [{ name: 'api_usage', limit: calls.limit, usage: calls.usage, overage: 0 }],
  };
}

/** A collection or an environment in a list. */
export function itemShape(row: ItemRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    owner: String(row.owner_id),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
    uid: row.uid,
    isPublic: false,
  };
}

const collectionContentSchema = z.looseObject({
  info: z.looseObject({}).optional(),
  item: z.array(z.unknown()),
});

/** `GET /collections/{uid}`: the collection as it is kept, with the identity that the server gives it. */
export function collectionShape(row: ItemWithContentRow): unknown {
  const content = collectionContentSchema.parse(JSON.parse(row.content));
  return {
    collection: {
      ...content,
      info: {
        schema: COLLECTION_SCHEMA,
        ...content.info,
        _postman_id: row.id,
        name: row.name,
        updatedAt: isoTime(row.updated_at),
        uid: row.uid,
        createdAt: isoTime(row.created_at),
        lastUpdatedBy: String(row.owner_id),
      },
    },
  };
}

const environmentContentSchema = z.object({ values: z.array(z.unknown()) });

/** `GET /environments/{uid}`. */
export function environmentShape(row: ItemWithContentRow): unknown {
  const { values } = environmentContentSchema.parse(JSON.parse(row.content));
  return { environment: { ...itemShape(row), values } };
}

/** A workspace in a list. */
export function workspaceShape(row: WorkspaceRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    createdBy: row.owner_id,
    type: row.type,
    visibility: row.type,
  };
}

/** `GET /workspaces/{id}`. */
export function workspaceDetailShape(
  row: WorkspaceRow,
  items: { readonly collections: readonly ItemRow[]; readonly environments: readonly ItemRow[] },
): unknown {
  const reference = ({ id, name, uid }: ItemRow): unknown => ({ id, name, uid });
  return {
    workspace: {
      ...workspaceShape(row),
      description: '',
      createdAt: isoTime(row.created_at),
      updatedAt: isoTime(row.updated_at),
      collections: items.collections.map(reference),
      environments: items.environments.map(reference),
    },
  };
}

/** ISO 8601 with milliseconds and `Z`. `instant` in epoch milliseconds. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}
