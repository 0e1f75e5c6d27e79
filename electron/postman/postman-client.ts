import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import { createCallPace, pause, type CallPace, type Waiting } from './call-pace.ts';
import { listAccessKeys, type ListedAccessKeys, type ListProgress } from './list-access-keys.ts';
import type { PostmanCaller, PostmanConnection, PostmanReply } from './postman-connection.ts';
import { isRateLimited, postmanError, unclearAnswer } from './postman-error.ts';
import { meSchema, type PostmanMe } from './postman-shapes.ts';
import { retryAfterMs } from './retry-after.ts';

export interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ListProgress) => void;
}

/**
 * The few calls of the Postman API that Keyfob makes by itself. Errors: those of the network and of withheld keys;
 * `service-refused-key` (401), `service-forbidden` (403), `not-found`, `service-rate-limited`, `service-limit-exhausted` (the
 * month is used up: never tried again), `service-failed`, `service-answer-unclear`, `cancelled`.
 */
export interface PostmanClient {
  /** `GET /me`: whose key it is, and what is used up. It counts as a call: on demand only. */
  getMe(caller: PostmanCaller, signal?: AbortSignal): Promise<Result<PostmanMe>>;
  /** Every collection access key of the person and the team, with names. Waits where the limits say so. */
  listAccessKeys(caller: PostmanCaller, watching: Watching): Promise<Result<ListedAccessKeys>>;
  /** By the key's id. Never tried a second time. */
  deleteAccessKey(caller: PostmanCaller, keyId: string, signal?: AbortSignal): Promise<Result<null>>;
}

/** Asks with GET and reads the answer. Waits for its turn, and when the service asks to wait. */
export type Ask = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
) => Promise<Result<z.output<Schema>>>;

export interface PostmanClientOptions {
  readonly connection: PostmanConnection;
  readonly clock: Clock;
}

const MAX_TRIES = 4;
const DEFAULT_WAIT_MS = 10_000;
const MAX_WAIT_MS = 120_000;

export function createPostmanClient(options: PostmanClientOptions): PostmanClient {
  const pace = createCallPace(options.clock);
  const parts = { ...options, pace };
  const never = (): AbortSignal => new AbortController().signal;
  return {
    async getMe(caller, signal = never()) {
      const reply = await callOnce(parts, caller, { method: 'GET', path: '/me', ...silent(signal) });
      return reply.ok ? read(reply.value, meSchema, options.clock) : reply;
    },
    listAccessKeys: (caller, { signal, onProgress }) =>
      listAccessKeys({ serviceId: caller.service.id, onProgress }, (onWaiting) =>
        asking(parts, caller, { signal, onWaiting }),
      ),
    async deleteAccessKey(caller, keyId, signal = never()) {
      const path = `/collection-access-keys/${encodeURIComponent(keyId)}`;
      const reply = await callOnce(parts, caller, { method: 'DELETE', path, ...silent(signal) });
      if (!reply.ok) return reply;
      return isSuccess(reply.value) ? ok(null) : refused(reply.value, options.clock);
    },
  };
}

interface Parts extends PostmanClientOptions {
  readonly pace: CallPace;
}

interface OneCall extends Waiting {
  readonly method: 'GET' | 'DELETE';
  readonly path: string;
}

async function callOnce(
  { connection, pace }: Parts,
  caller: PostmanCaller,
  call: OneCall,
): Promise<Result<PostmanReply>> {
  const turn = await pace.takeTurn(labelOf(caller), call.path, call);
  return turn.ok ? await connection(caller, call) : turn;
}

/** A GET that a minute's limit refused was not carried out, so that it may be sent again when its time has come. */
function asking(parts: Parts, caller: PostmanCaller, waiting: Waiting): Ask {
  return async (path, schema) => {
    for (let tries = 1; ; tries += 1) {
      const reply = await callOnce(parts, caller, { method: 'GET', path, ...waiting });
      if (!reply.ok) return reply;
      if (!isRateLimited(reply.value) || tries === MAX_TRIES) return read(reply.value, schema, parts.clock);
      const asked = retryAfterMs(reply.value.headers, parts.clock.now()) ?? DEFAULT_WAIT_MS;
      if (asked > MAX_WAIT_MS) return refused(reply.value, parts.clock);
      const waited = await pause(parts.clock, Math.max(asked, 1_000), waiting);
      if (!waited.ok) return waited;
    }
  };
}

function read<Schema extends z.ZodType>(
  reply: PostmanReply,
  schema: Schema,
  clock: Clock,
): Result<z.output<Schema>> {
  if (!isSuccess(reply)) return refused(reply, clock);
  const parsed = schema.safeParse(reply.json);
  return parsed.success ? ok(parsed.data) : { ok: false, error: unclearAnswer() };
}

function isSuccess({ status }: PostmanReply): boolean {
  return status >= 200 && status < 300;
}

function refused(reply: PostmanReply, clock: Clock): Result<never> {
  return { ok: false, error: postmanError(reply, clock.now()) };
}

function silent(signal: AbortSignal): Waiting {
  return { signal, onWaiting: () => undefined };
}

/** The limits are a person's; the key is the nearest that is known of them. */
function labelOf({ service, key }: PostmanCaller): string {
  return `${service.id} ${key.kind === 'kept' ? key.apiKeyId : 'not-kept'}`;
}
