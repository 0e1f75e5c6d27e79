import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeBug } from '../app/describe-bug.ts';
import type { Member } from '../keys/member-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { INVALID_KEY, NOT_SERVED, SERVER_ERROR } from './answer.ts';
import { readJson } from './body.ts';
import type { Admission, CallLimits } from './call-limits.ts';
import type { AccessKeyStore } from './key-store.ts';
import { presentedAccessKey, presentedKey, type PresentedKey } from './presented-key.ts';
import { replyOf, type Reply } from './reply.ts';
import { hasContent, MAX_BODY_BYTES, refusalOf } from './request-guard.ts';
import type { FindRoute, RouteMatch } from './route-table.ts';
import type { RefusalReason, Verifier } from './verifier.ts';

export interface RequestHandlerOptions {
  readonly verifier: Verifier;
  readonly accessKeyStore: Pick<AccessKeyStore, 'recordUse'>;
  readonly clock: Clock;
  readonly limits: CallLimits;
  readonly findRoute: FindRoute;
  readonly findMember: (id: string) => Member | null;
  readonly logger: Logger;
}

/** Finds the reply to a request; `null` when the client is gone. Never rejects. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<Reply | null>;

/** The guard decides first, then the key that the route asks for, the limits and the body; what the route does comes last. */
export function createRequestHandler(options: RequestHandlerOptions): RequestHandler {
  return async (request, response) => {
    try {
      return refuse(request, options) ?? (await answer(request, response, options));
    } catch (error) {
      options.logger.error('The Local API failed to answer', { bug: describeBug(error) });
      return replyOf(SERVER_ERROR);
    }
  };
}

/** The reply to a request that may not even be looked at. */
function refuse(request: IncomingMessage, { limits, findRoute }: RequestHandlerOptions): Reply | null {
  const { method = '', url: target = '', httpVersion, rawHeaders } = request;
  const port = String(request.socket.localPort);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const match = findRoute(method, target.split('?', 1)[0] ?? '');
  const mostBytes = match?.route.mostBytes ?? MAX_BODY_BYTES;
  const refusal = refusalOf({ method, target, httpVersion, rawHeaders }, { hosts, mostBytes });
  return refusal === null ? null : replyOf(refusal, limits.refuse(remoteOf(request)).headers);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: RequestHandlerOptions,
): Promise<Reply | null> {
  const { method = '', url: target = '', rawHeaders } = request;
  const url = new URL(`http://127.0.0.1:${String(request.socket.localPort)}${target}`);
  // The routes see a HEAD as the GET whose head it asks for (RFC 9110, 9.3.2).
  const match = options.findRoute(method === 'HEAD' ? 'GET' : method, url.pathname);
  const entry = enter(request, { url, match }, options);
  if (entry.kind === 'refused') return entry.reply;

  const { headers, memberId, apiKeyId } = entry;
  let body: unknown;
  if (hasContent(rawHeaders)) {
    if (request.headers.expect !== undefined) response.writeContinue();
    const read = await readJson(request, match?.route.mostBytes ?? MAX_BODY_BYTES);
    if (read.kind === 'aborted') return null;
    if (read.kind === 'refused') return replyOf(read.refusal, headers);
    body = read.value;
  }
  if (match === null) return replyOf(NOT_SERVED, headers);
  const member = memberId === null ? null : options.findMember(memberId);
  const routed = {
    params: match.params,
    query: url.searchParams,
    body,
    member,
    apiKeyId,
    origin: url.origin,
  };
  return replyOf(match.route.answer(routed), headers);
}

type Entry =
  | {
      readonly kind: 'entered';
      readonly headers: Readonly<Record<string, string>>;
      /** `null` on an open route. */
      readonly memberId: string | null;
      readonly apiKeyId: string | null;
    }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** Past the key and the limits, or not. */
function enter(
  request: IncomingMessage,
  { url, match }: { readonly url: URL; readonly match: RouteMatch | null },
  { verifier, accessKeyStore, clock, limits, logger }: RequestHandlerOptions,
): Entry {
  const entered = ({ refusal, headers }: Admission, by: Extract<Identity, { id: string }> | null): Entry =>
    refusal === null
      ? {
          ...{ kind: 'entered', headers, memberId: by?.memberId ?? null },
          apiKeyId: by?.kind === 'api-key' ? by.id : null,
        }
      : { kind: 'refused', reply: replyOf(refusal, headers) };
  if (match?.route.access === 'open') return entered(limits.admitOpen(remoteOf(request)), null);

  const collection = match?.route.access === 'access-key' ? (match.params['uid'] ?? null) : null;
  const caller = identify(verifier, { collection, query: url.searchParams, rawHeaders: request.rawHeaders });
  if (caller.kind === 'refused') {
    const refused = limits.refuse(remoteOf(request));
    if (refused.refusal === INVALID_KEY) {
      logger.info('The Local API refused a key', { reason: caller.reason });
    }
    return entered(refused, null);
  }
  const costly = match?.route.isCostly === true ? match.route.path : null;
  const admission = limits.admit({ caller, costly, origin: url.origin });
  const isAccess = admission.refusal === null && caller.kind === 'access-key';
  if (isAccess) accessKeyStore.recordUse(caller.id, clock.now());
  return entered(admission, caller);
}

interface Identifying {
  /** The uid or id of the one collection that an access key may open here; `null` where it counts for nothing. */
  readonly collection: string | null;
  readonly query: URLSearchParams;
  readonly rawHeaders: readonly string[];
}

/** Who calls, or why nobody does. */
type Identity =
  | { readonly kind: 'api-key' | 'access-key'; readonly id: string; readonly memberId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** An API key comes first. An access key counts where one collection is read, and nowhere else. */
function identify(verifier: Verifier, { collection, query, rawHeaders }: Identifying): Identity {
  const apiKey = presentedKey(rawHeaders, query);
  if (apiKey.kind !== 'none' || collection === null) {
    const verified = verify(apiKey, (secret) => verifier.verify(secret));
    if (verified.kind === 'refused') return verified;
    return { kind: 'api-key', id: verified.apiKeyId, memberId: verified.memberId };
  }
  const accessKey = presentedAccessKey(query);
  const verified = verify(accessKey, (secret) => verifier.verifyAccess(secret, collection));
  if (verified.kind === 'refused') return verified;
  return { kind: 'access-key', id: verified.accessKeyId, memberId: verified.memberId };
}

function verify<Verified>(
  presented: PresentedKey,
  verifyOne: (secret: string) => Verified,
): Verified | { readonly kind: 'refused'; readonly reason: RefusalReason } {
  switch (presented.kind) {
    case 'one':
      return verifyOne(presented.secret);
    case 'none':
      return { kind: 'refused', reason: 'missing' };
    case 'several':
      return { kind: 'refused', reason: 'ambiguous' };
  }
}

function remoteOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}
