import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../electron/ports/clock.ts';
import { startServer, type Received, type RecordingServer } from './servers.ts';

export interface PostmanServerKey {
  readonly id: string | number;
  readonly collectionId: string;
  readonly userId: string | number;
  readonly status?: string;
  readonly lastUsedAt?: string;
  readonly deletedAt?: string;
}

export interface PostmanServerState {
  /** The API key that it takes; any other is answered 401. */
  readonly secret: string;
  me: unknown;
  keys: PostmanServerKey[];
  collections: { readonly uid: string; readonly name: string }[];
  users: unknown;
  /** Answers to give, in order, in place of its own, by path. */
  readonly instead: Map<string, CannedAnswer[]>;
}

export interface CannedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PostmanServer extends RecordingServer {
  readonly state: PostmanServerState;
  /** The next calls of this path are answered so. */
  answerNext(path: string, ...answers: CannedAnswer[]): void;
  /** How often a list was asked for more often than the limit allows. */
  refusedLists(): number;
}

const PAGE = 10;
const LIST_LIMIT = { calls: 10, windowMs: 10_000 };

/** A problem of RFC 9457, as one half of the Postman API answers. */
export function problem(status: number, title: string, detail: string): CannedAnswer {
  const type = `https://api.postman.com/problems/${title.toLowerCase().replaceAll(' ', '-')}`;
  return {
    status,
    body: { type, title, detail, status },
    headers: { 'Content-Type': 'application/problem+json' },
  };
}

/** The other half's error. */
export function named(status: number, name: string, message: string): CannedAnswer {
  return { status, body: { error: { name, message } } };
}

export const MONTH_USED_UP = named(
  429,
  'serviceLimitExhausted',
  'Service limit exhausted. Please contact your team admin.',
);

/** A server that answers as the Postman API is documented and seen to. Its secret is made up for each run. */
export async function startPostmanServer(clock: Clock): Promise<PostmanServer> {
  const state: PostmanServerState = {
    secret: `test-${randomBytes(20).toString('hex')}`,
    me: {
      user: {
        id: 12345678,
        username: 'taylor-lee',
        email: 'taylor.lee@example.com',
        fullName: 'Taylor Lee',
        avatar: null,
        isPublic: false,
        teamId: 0,
        teamName: '',
        teamDomain: '',
        roles: ['user'],
      },
      operations: [],
    },
    keys: [],
    collections: [],
    users: { data: [] },
    instead: new Map(),
  };
  const listCalls: number[] = [];
  let refusedLists = 0;

  const answerOf = (request: Received): CannedAnswer => {
    const url = new URL(request.url, 'http://postman.test');
    const canned = state.instead.get(url.pathname)?.shift();
    if (canned !== undefined) return canned;
    if (request.headers['x-api-key'] !== state.secret) {
      return named(
        401,
        'AuthenticationError',
        'Invalid API Key. Every request requires a valid API Key to be sent.',
      );
    }
    if (url.pathname === '/collections') {
      const now = clock.now();
      const isFull = listCalls.filter((at) => now - at < LIST_LIMIT.windowMs).length >= LIST_LIMIT.calls;
      listCalls.push(now);
      if (isFull) {
        refusedLists += 1;
        return {
          status: 429,
          body: { error: 'rateLimited', message: 'Slow down' },
          headers: { 'Retry-After': '10' },
        };
      }
    }
    return ownAnswer(request.method, url, state);
  };
  const server = await startServer({
    answer: (request, response) => {
      write(response, answerOf(request));
    },
  });
  return {
    ...server,
    state,
    refusedLists: () => refusedLists,
    answerNext(path, ...answers) {
      state.instead.set(path, [...(state.instead.get(path) ?? []), ...answers]);
    },
  };
}

function write(response: ServerResponse, { status, body, headers }: CannedAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

function ownAnswer(method: string, url: URL, state: PostmanServerState): CannedAnswer {
  const [, first, id] = url.pathname.split('/');
  if (method === 'DELETE' && first === 'collection-access-keys')
    return remove(decodeURIComponent(id ?? ''), state);
  switch (url.pathname) {
    case '/me':
      return { status: 200, body: state.me };
    case '/users':
      return { status: 200, body: state.users };
    case '/collections': {
      const offset = Number(url.searchParams.get('offset') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? state.collections.length);
      return { status: 200, body: { collections: state.collections.slice(offset, offset + limit) } };
    }
    case '/collection-access-keys':
      return page(url.searchParams.get('cursor') ?? '', state);
    default:
      return named(404, 'instanceNotFoundError', 'The specified item does not exist.');
  }
}

function remove(id: string, state: PostmanServerState): CannedAnswer {
  const index = state.keys.findIndex((key) => String(key.id) === id);
  if (index < 0) return problem(404, 'Not found', 'The key was not found');
  state.keys.splice(index, 1);
  return { status: 204 };
}

function page(cursor: string, { keys }: PostmanServerState): CannedAnswer {
  const offset = cursor === '' ? 0 : offsetOf(cursor);
  if (offset === null) return problem(400, 'Malformed request', 'Invalid cursor');
  const cursorTo = (to: number): string =>
    Buffer.from(`offset=${String(to)}&limit=${String(PAGE)}`).toString('base64');
  return {
    status: 200,
    body: {
      data: keys.slice(offset, offset + PAGE).map((key) => ({
        teamId: 0,
        token: `PMAT-${'*'.repeat(22)}X7Q2`,
        status: 'ACTIVE',
        expiresAfter: '2026-03-16T12:00:00.000Z',
        lastUsedAt: '',
        createdAt: '2026-01-10T09:30:00.000Z',
        updatedAt: '2026-01-10T09:30:00.000Z',
        ...key,
      })),
      meta: {
        nextCursor: offset + PAGE < keys.length ? cursorTo(offset + PAGE) : '',
        prevCursor: offset > 0 ? cursorTo(Math.max(0, offset - PAGE)) : '',
      },
    },
  };
}

function offsetOf(cursor: string): number | null {
  const digits = /^offset=(\d+)&limit=10$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  return digits === undefined ? null : Number(digits);
}
