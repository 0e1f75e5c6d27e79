import { z } from 'zod';
import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { PostmanReply } from './postman-connection.ts';
import { retryAfterMs } from './retry-after.ts';
import { told } from '../told.ts';

/** Both families of the Postman API's errors at once: either can come. Whatever has another type counts as absent. */
const text = z.string().optional().catch(undefined);
const errorBodySchema = z
  .object({
    detail: text,
    message: text,
    title: text,
    error: z
      .union([
        z.string().transform((name) => ({ name, message: undefined })),
        z.object({ name: text, message: text }),
      ])
      .optional()
      .catch(undefined),
  })
  .catch({ detail: undefined, message: undefined, title: undefined, error: undefined });

const MAX_SHOWN = 200;

/** Whether a reply is the error of a limit that ends by itself: then waiting helps, and the month's does not. */
export function isRateLimited(reply: PostmanReply): boolean {
  return reply.status === 429 && errorNameOf(reply.json) !== 'serviceLimitExhausted';
}

/** What a reply that is no success comes to. What the server said is quoted in part; the sender has masked keys in it. */
export function postmanError(reply: PostmanReply, now: number): AppError {
  const { status } = reply;
  const said = saidBy(reply) ?? '';
  if (status === 401) return appError('service-refused-key');
  if (status === 403) {
    return appError('service-forbidden', told('keyMayNot', { said }));
  }
  if (status === 429) return limitError(reply, now);
  if (status === 404 || errorNameOf(reply.json) === 'instanceNotFoundError') {
    return appError('not-found', told('serviceDoesNotKnow', { said }));
  }
  if (status >= 500) {
    return appError('service-failed', told('serviceFailed', { status, said }));
  }
  return appError('service-failed', told('serviceRefused', { status, said }));
}

/** The answer came, and is not what the Postman API answers. */
export function unclearAnswer(): AppError {
  return appError('service-answer-unclear');
}

function limitError(reply: PostmanReply, now: number): AppError {
  if (!isRateLimited(reply)) return appError('service-limit-exhausted');
  const wait = retryAfterMs(reply.headers, now);
  if (wait === null) return appError('service-rate-limited');
  const seconds = Math.max(1, Math.ceil(wait / 1_000));
  return appError('service-rate-limited', told('tryAgainIn', { seconds }));
}

/** The name of the error in an answer's body, in either of its forms; `undefined` when there is none. */
export function errorNameOf(json: unknown): string | undefined {
  return errorBodySchema.parse(json).error?.name;
}

/** `detail || error.message || message || title`, as text of one line. */
function saidBy(reply: PostmanReply): string | null {
  const body = errorBodySchema.parse(reply.json);
  const said = [body.detail, body.error?.message, body.message, body.title].find(
    (candidate) => candidate !== undefined && candidate.trim() !== '',
  );
  if (said === undefined) return null;
  const line = said.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : line;
}
