import { z } from 'zod';
import { apiKeyStatus } from '../../../shared/domain/api-key.ts';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccessKeys } from '../access-keys.ts';
import { found, itemNotFound, SERVER_ERROR } from '../answer.ts';
import { listServedKeys, type ServedKeyRow } from '../key-rows.ts';
import { defineRoute, type Route } from './route.ts';
import { isoTime, isoTimeSchema, wholeNumberSchema } from './shapes.ts';

export interface KeyRoutesOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly accessKeys: Pick<AccessKeys, 'share'>;
}

const MOST_KEYS = 100;
const TAG = 'Keyfob';

const keySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  mask: z.string().describe('Its prefix and its last four characters.'),
  status: z.enum(['active', 'expiring', 'expired', 'disabled']),
  userId: z.int().describe('The number of the member whose key it is; 0: nobody’s any more.'),
  createdAt: isoTimeSchema,
  expiresAt: isoTimeSchema.nullable(),
  lastUsedAt: isoTimeSchema.nullable(),
});

/**
 * What Postman has no endpoint for: the API keys, and the sharing of a collection. A key can be looked at here and not made, renewed or
 * revoked: whoever holds one that leaked must not get the next with it.
 */
export function keyRoutes({ ledger, clock, accessKeys }: KeyRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/keyfob/v1/keys',
      operationId: 'listKeys',
      tag: TAG,
      summary: 'One’s API keys, newest first; as an admin the team’s',
      description: 'Never a value. Keys are generated, regenerated and revoked in Keyfob alone.',
      query: z.object({
        limit: wholeNumberSchema.describe('How many at most: 100.'),
        offset: wholeNumberSchema.describe('How many are left out at the beginning.'),
      }),
      reply: z.strictObject({ keys: z.array(keySchema) }),
      handle({ member, query: { limit = MOST_KEYS, offset = 0 } }) {
        const creatorId = member.role === 'admin' ? null : member.id;
        const rows = listServedKeys(ledger, { creatorId, limit: Math.min(limit, MOST_KEYS), offset });
        return found({ keys: rows.map((row) => keyShape(row, clock.now())) });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/keyfob/v1/collections/{uid}/access-keys',
      operationId: 'shareCollection',
      tag: TAG,
      summary: 'Shares a collection: a new collection access key',
      description:
        'Its value is in this answer alone. The address holds the port at which Keyfob listens now, which may be another after a restart.',
      parameters: { uid: 'The collection’s uid, or its id.' },
      reply: z.strictObject({
        accessKey: z.strictObject({
          id: z.string(),
          key: z.string(),
          url: z.string(),
          collectionId: z.string(),
          expiresAfter: isoTimeSchema,
        }),
      }),
      refusals: { 404: 'There is no such collection.' },
      handle({ member, apiKeyId, params, origin }) {
        const shared = accessKeys.share(params.uid, member.id, apiKeyId ?? undefined);
        if (!shared.ok)
          return shared.error.code === 'not-found' ? itemNotFound('collection', params.uid) : SERVER_ERROR;
        const { key, secret } = shared.value;
        const { id, collectionUid: collectionId } = key;
        const url = `${origin}/collections/${collectionId}?access_key=${secret}`;
        const expiresAfter = isoTime(key.expiresAt);
        return found({ accessKey: { id, key: secret, url, collectionId, expiresAfter } });
      },
    }),
  ];
}

function keyShape(row: ServedKeyRow, now: number): z.output<typeof keySchema> {
  const { ends_at: expiresAt, last_used_at: lastUsedAt } = row;
  const hasExpired = row.expired_seen_at !== null;
  return {
    id: row.id,
    name: row.name,
    mask: row.mask,
    status: apiKeyStatus({ expiresAt, hasExpired, isDisabled: row.is_disabled !== 0 }, now),
    userId: row.creator_number ?? 0,
    createdAt: isoTime(row.created_at),
    expiresAt: expiresAt === null ? null : isoTime(expiresAt),
    lastUsedAt: lastUsedAt === null ? null : isoTime(lastUsedAt),
  };
}
