import { findMember } from '../keys/member-rows.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { AccessKeyRow } from './access-key-rows.ts';
import type { AccessKeys } from './access-keys.ts';
import { problemAnswer, SERVER_ERROR } from './answer.ts';
import type { Routes } from './routes.ts';
import { isoTime } from './postman-shapes.ts';
import { found, send } from './send.ts';

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

/** `GET /collection-access-keys` and `DELETE /collection-access-keys/{keyId}`, as the Postman API's definition has them. */
export function addAccessKeyRoutes(routes: Routes, { ledger, accessKeys }: AccessKeyRoutesOptions): void {
  routes.get('/collection-access-keys', (context) => {
    const offset = offsetOf(context.req.query('cursor') ?? '');
    if (offset === null) return send(INVALID_CURSOR);
    const collectionUid = context.req.query('collectionId') ?? null;
    // One more than is shown says whether there is a next page.
    const rows = accessKeys.list({ collectionUid, offset, limit: PAGE_SIZE + 1 });
    const hasNext = rows.length > PAGE_SIZE;
    return send(
      found({
        data: rows.slice(0, PAGE_SIZE).map(accessKeyShape),
        meta: {
          nextCursor: hasNext ? cursorTo(offset + PAGE_SIZE) : '',
          prevCursor: offset === 0 ? '' : cursorTo(Math.max(0, offset - PAGE_SIZE)),
        },
      }),
    );
  });

  routes.delete('/collection-access-keys/:keyId', (context) => {
    const key = accessKeys.get(context.req.param('keyId'));
    if (key === null) return send(NOT_FOUND);
    const { memberId } = context.env;
    // One's own, and as an admin everybody's.
    const mayDelete = key.creatorId === memberId || findMember(ledger, memberId)?.role === 'admin';
    if (!mayDelete) return send(FORBIDDEN);
    const removed = accessKeys.remove(key.id);
    if (removed.ok) return send({ status: 204, body: null });
    return send(removed.error.code === 'not-found' ? NOT_FOUND : SERVER_ERROR);
  });
}

function accessKeyShape(row: AccessKeyRow): unknown {
  return {
    id: row.id,
    token: `kfat_${'*'.repeat(22)}${row.mask.slice(-4)}`,
    status: row.hasExpired ? 'INACTIVE' : 'ACTIVE',
    teamId: 0,
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
