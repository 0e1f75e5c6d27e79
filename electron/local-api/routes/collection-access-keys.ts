import { z } from 'zod';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import type { AccessKeyRow } from '../access-key-rows.ts';
import type { AccessKeys } from '../access-keys.ts';
import { found, problemAnswer, SERVER_ERROR } from '../answer.ts';
import { teamOf } from '../team.ts';
import { defineRoute, type Route } from './route.ts';
import { isoTime, isoTimeSchema } from './shapes.ts';

export interface AccessKeyRoutesOptions {
  readonly ledger: Ledger;
  readonly accessKeys: Pick<AccessKeys, 'list' | 'get' | 'remove'>;
}

const PAGE_SIZE = 10;

const INVALID_CURSOR = problemAnswer(400, {
  type: 'malformed-request',
  title: 'Malformed request',
  detail: 'Invalid cursor',
});
const NOT_FOUND = problemAnswer(404, {
  type: 'not-found',
  title: 'Not found',
  detail: 'The key was not found',
});
const FORBIDDEN = problemAnswer(403, { type: 'forbidden', title: 'Forbidden', detail: 'Forbidden' });

const accessKeySchema = z.strictObject({
  id: z.string(),
  token: z.string().describe('Masked: its last four characters alone.'),
  status: z.enum(['ACTIVE', 'INACTIVE']),
  teamId: z.int(),
  userId: z.int(),
  collectionId: z.string().describe('The collection’s uid.'),
  expiresAfter: isoTimeSchema.describe('60 days after its last use.'),
  lastUsedAt: z.string().describe('Empty: never.'),
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
});

const pageSchema = z.strictObject({
  data: z.array(accessKeySchema),
  meta: z.strictObject({
    nextCursor: z.string().describe('Empty: this is the last page.'),
    prevCursor: z.string().describe('Empty: this is the first page.'),
  }),
});

/** The collection access keys of the whole team, as the Postman API's definition has them. */
export function accessKeyRoutes({ ledger, accessKeys }: AccessKeyRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/collection-access-keys',
      operationId: 'listCollectionAccessKeys',
      tag: 'Collection access keys',
      summary: 'The collection access keys of the team, ten to a page',
      query: z.object({
        collectionId: z.string().optional().describe('Those to this collection alone: its uid.'),
        cursor: z.string().optional().describe('From the page before.'),
      }),
      reply: pageSchema,
      refusals: { 400: 'The cursor is none of this server’s.' },
      handle({ query }) {
        const offset = offsetOf(query.cursor ?? '');
        if (offset === null) return INVALID_CURSOR;
        // One more than is shown says whether there is a next page.
        const collectionUid = query.collectionId ?? null;
        const rows = accessKeys.list({ collectionUid, offset, limit: PAGE_SIZE + 1 });
        const hasNext = rows.length > PAGE_SIZE;
        const { teamId } = teamOf(ledger);
        return found({
          data: rows.slice(0, PAGE_SIZE).map((row) => accessKeyShape(row, teamId)),
          meta: {
            nextCursor: hasNext ? cursorTo(offset + PAGE_SIZE) : '',
            prevCursor: offset === 0 ? '' : cursorTo(Math.max(0, offset - PAGE_SIZE)),
          },
        });
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/collection-access-keys/{keyId}',
      operationId: 'deleteCollectionAccessKey',
      tag: 'Collection access keys',
      summary: 'Revokes a collection access key',
      description: 'One’s own, and as an admin everybody’s.',
      parameters: { keyId: 'The key’s id, not its value.' },
      refusals: { 403: 'The key is another member’s.', 404: 'There is no such key.' },
      handle({ member, params }) {
        const key = accessKeys.get(params.keyId);
        if (key === null) return NOT_FOUND;
        const mayDelete = key.creatorId === member.id || member.role === 'admin';
        if (!mayDelete) return FORBIDDEN;
        const removed = accessKeys.remove(key.id);
        if (removed.ok) return { status: 204, body: null };
        return removed.error.code === 'not-found' ? NOT_FOUND : SERVER_ERROR;
      },
    }),
  ];
}

function accessKeyShape(row: AccessKeyRow, teamId: number): z.output<typeof accessKeySchema> {
  return {
    id: row.id,
    token: `kfat_${'*'.repeat(22)}${row.mask.slice(-4)}`,
    status: row.hasExpired ? 'INACTIVE' : 'ACTIVE',
    teamId,
    userId: row.creatorNumber ?? 0,
    collectionId: row.collectionUid,
    expiresAfter: isoTime(row.expiresAt),
    lastUsedAt: row.lastUsedAt === null ? '' : isoTime(row.lastUsedAt),
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}

function cursorTo(offset: number): string {
  return Buffer.from(`offset=${String(offset)}&limit=${String(PAGE_SIZE)}`).toString('base64');
}

/** `null` for a cursor that this server did not make. */
function offsetOf(cursor: string): number | null {
  if (cursor === '') return 0;
  const digits = /^offset=(\d{1,9})&limit=10$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))?.[1];
  const offset = Number(digits);
  return digits !== undefined && cursorTo(offset) === cursor ? offset : null;
}
