import type { AccessKey, AccessKeyStatus } from '../../shared/domain/access-key.ts';
import { maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { Ask } from './postman-client.ts';
import { unclearAnswer } from './postman-error.ts';
import {
  accessKeyPageSchema,
  collectionPageSchema,
  meSchema,
  usersSchema,
  type PostmanAccessKey,
} from './postman-shapes.ts';

export interface ListProgress {
  readonly phase: 'keys' | 'collections' | 'people';
  /** How many of them have come so far. */
  readonly count: number;
  /** Until when the limits make it wait, in epoch milliseconds; `null` while it works. */
  readonly waitingUntil: number | null;
}

export interface ListedAccessKeys {
  readonly keys: readonly AccessKey[];
  /** Why some names are missing; `null` when none is for this reason. */
  readonly namesError: AppError | null;
}

interface ListOptions {
  readonly serviceId: string;
  readonly onProgress: (progress: ListProgress) => void;
}

const COLLECTIONS_PER_PAGE = 100;
/** Against a server whose pages never end. */
const MAX_PAGES = 500;

/** All pages, then the names: the keys name collections and people by their ids alone. Without names it is still a list. */
export async function listAccessKeys(
  { serviceId, onProgress }: ListOptions,
  askWith: (onWaiting: (until: number | null) => void) => Ask,
): Promise<Result<ListedAccessKeys>> {
  const progress = createProgress(onProgress);
  const ask = askWith(progress.wait);
  const keys = await allKeys(ask, progress);
  if (!keys.ok) return keys;
  if (keys.value.length === 0) return ok({ keys: [], namesError: null });

  progress.begin('collections');
  const collections = await collectionNames(
    ask,
    new Set(keys.value.map((key) => key.collectionId)),
    progress,
  );
  if (isCancelled(collections)) return failed('cancelled');
  progress.begin('people');
  const people = await peopleNames(ask, new Set(keys.value.flatMap((key) => key.userId ?? [])));
  if (isCancelled(people)) return failed('cancelled');

  const names: Names = {
    collections: collections.ok ? collections.value : new Map(),
    people: people.ok ? people.value.names : new Map(),
    ownId: people.ok ? people.value.ownId : null,
  };
  return ok({
    keys: keys.value.map((key) => toAccessKey(key, serviceId, names)),
    namesError: errorOf(collections) ?? errorOf(people),
  });
}

interface Names {
  readonly collections: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly ownId: string | null;
}

type Progress = ReturnType<typeof createProgress>;

async function allKeys(ask: Ask, progress: Progress): Promise<Result<readonly PostmanAccessKey[]>> {
  const keys: PostmanAccessKey[] = [];
  const seen = new Set<string>();
  let cursor = '';
  progress.begin('keys');
  do {
    const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page = await ask(`/collection-access-keys${query}`, accessKeyPageSchema);
    if (!page.ok) return page;
    keys.push(...page.value.data.filter(({ deletedAt }) => deletedAt === null));
    progress.count(keys.length);
    seen.add(cursor);
    cursor = page.value.meta.nextCursor;
    // A cursor that was there already leads round in a circle.
    if (seen.has(cursor) && cursor !== '') return { ok: false, error: unclearAnswer() };
  } while (cursor !== '' && seen.size < MAX_PAGES);
  return ok(keys);
}

/** Stops as soon as every wanted one was found. */
async function collectionNames(
  ask: Ask,
  wanted: ReadonlySet<string>,
  progress: Progress,
): Promise<Result<ReadonlyMap<string, string>>> {
  const names = new Map<string, string>();
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const offset = String(page * COLLECTIONS_PER_PAGE);
    const path = `/collections?limit=${String(COLLECTIONS_PER_PAGE)}&offset=${offset}`;
    const answer = await ask(path, collectionPageSchema);
    if (!answer.ok) return answer;
    const before = names.size;
    for (const { uid, name } of answer.value.collections) names.set(uid, name);
    progress.count(names.size);
    const isLast = answer.value.collections.length < COLLECTIONS_PER_PAGE || names.size === before;
    if (isLast || [...wanted].every((uid) => names.has(uid))) break;
  }
  return ok(names);
}

/** The person themself by `GET /me`; others only when there are others, since `GET /users` is the team's. */
async function peopleNames(
  ask: Ask,
  wanted: ReadonlySet<string>,
): Promise<Result<{ readonly names: ReadonlyMap<string, string>; readonly ownId: string }>> {
  const me = await ask('/me', meSchema);
  if (!me.ok) return me;
  const { user } = me.value;
  const names = new Map([[user.id, nameOf({ ...user, name: '' })]]);
  if ([...wanted].some((id) => !names.has(id))) {
    const users = await ask('/users', usersSchema);
    // Whoever may not list the team still sees what is their own.
    if (!users.ok) return isCancelled(users) ? users : ok({ names, ownId: user.id });
    for (const other of users.value.data) if (!names.has(other.id)) names.set(other.id, nameOf(other));
  }
  return ok({ names, ownId: user.id });
}

function nameOf(person: {
  readonly fullName: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
}): string {
  return [person.fullName, person.name, person.username, person.email].find((text) => text !== '') ?? '';
}

function toAccessKey(key: PostmanAccessKey, serviceId: string, names: Names): AccessKey {
  const { userId, collectionId } = key;
  return {
    id: key.id,
    serviceId,
    mask: maskOfToken(key.token),
    collectionUid: collectionId,
    collectionName: names.collections.get(collectionId) ?? null,
    creatorName: userId === null ? null : (names.people.get(userId) ?? null),
    isOwn: userId === null || names.ownId === null ? null : userId === names.ownId,
    createdAt: key.createdAt,
    lastUsedAt: key.lastUsedAt,
    expiresAt: key.expiresAfter,
    status: statusOf(key.status),
  };
}

/** The service masks its tokens itself; one that it did not is masked here. */
function maskOfToken(token: string): string {
  const [, prefix, end] = /^([A-Za-z]{2,8}[-_])?\*+([0-9A-Za-z]{1,4})$/.exec(token) ?? [];
  return end === undefined ? maskOf(token) : `${prefix ?? ''}••••••••${end}`;
}

function statusOf(text: string): AccessKeyStatus {
  const status = text.toUpperCase();
  if (status === 'ACTIVE') return 'active';
  return status === 'INACTIVE' ? 'inactive' : 'other';
}

function createProgress(onProgress: (progress: ListProgress) => void) {
  let current: ListProgress = { phase: 'keys', count: 0, waitingUntil: null };
  const tell = (change: Partial<ListProgress>): void => {
    current = { ...current, ...change };
    onProgress(current);
  };
  return {
    begin: (phase: ListProgress['phase']) => {
      tell({ phase, count: 0, waitingUntil: null });
    },
    count: (count: number) => {
      tell({ count });
    },
    wait: (waitingUntil: number | null) => {
      tell({ waitingUntil });
    },
  };
}

function errorOf(result: Result<unknown>): AppError | null {
  return result.ok ? null : result.error;
}

function isCancelled(result: Result<unknown>): boolean {
  return !result.ok && result.error.code === 'cancelled';
}
