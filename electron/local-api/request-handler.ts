import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeBug } from '../app/describe-bug.ts';
import type { Logger } from '../ports/logger.ts';
import { INVALID_KEY, SERVER_ERROR } from './answer.ts';
import { bodyRefusalOf, readBody } from './body.ts';
import type { CallLimits } from './call-limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccessKeyStore } from './key-store.ts';
import { presentedAccessKey, presentedKey, type PresentedKey } from './presented-key.ts';
import { replyOf, type Reply } from './reply.ts';
import { hasContent, refusalOf } from './request-guard.ts';
import type { Routes } from './routes.ts';
import type { RefusalReason, Verifier } from './verifier.ts';

export interface RequestHandlerOptions {
  readonly verifier: Verifier;
  readonly accessKeyStore: Pick<AccessKeyStore, 'recordUse'>;
  readonly clock: Clock;
  readonly limits: CallLimits;
  readonly routes: Routes;
  readonly logger: Logger;
}

/** Finds the reply to a request; `null` when the client is gone. Never rejects. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<Reply | null>;

/** The guard decides first, then the key, the limits and the body; the route comes last. */
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
function refuse(request: IncomingMessage, { limits }: RequestHandlerOptions): Reply | null {
  const { method = '', url: target = '', httpVersion, rawHeaders } = request;
  const port = String(request.socket.localPort);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const refusal = refusalOf({ method, target, httpVersion, rawHeaders }, hosts);
  return refusal === null ? null : replyOf(refusal, limits.refuse(remoteOf(request)).headers);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { verifier, accessKeyStore, clock, limits, routes, logger }: RequestHandlerOptions,
): Promise<Reply | null> {
  const { method = '', url: target = '', rawHeaders } = request;
  const url = new URL(`http://127.0.0.1:${String(request.socket.localPort)}${target}`);
  // The routes see a HEAD as the GET whose head it asks for (RFC 9110, 9.3.2).
  const routedMethod = method === 'HEAD' ? 'GET' : method;
  const caller = identify(verifier, { method: routedMethod, url, rawHeaders });
  if (caller.kind === 'refused') {
    const { refusal, headers } = limits.refuse(remoteOf(request));
    if (refusal === INVALID_KEY) logger.info('The Local API refused a key', { reason: caller.reason });
    return replyOf(refusal, headers);
  }

  const { refusal, headers } = limits.admit({
    caller,
    path: url.pathname,
    isGet: routedMethod === 'GET',
    origin: url.origin,
  });
  if (refusal !== null) return replyOf(refusal, headers);
  if (caller.kind === 'access-key') accessKeyStore.recordUse(caller.id, clock.now());

  if (hasContent(rawHeaders)) {
    if (request.headers.expect !== undefined) response.writeContinue();
    const body = await readBody(request);
    if (body.kind === 'aborted') return null;
    const bodyRefusal = bodyRefusalOf(body);
    if (bodyRefusal !== null) return replyOf(bodyRefusal, headers);
  }
  const routed = await routes.fetch(new Request(url, { method: routedMethod }), {
    apiKeyId: caller.kind === 'api-key' ? caller.id : null,
    memberId: caller.memberId,
  });
  const type = routed.headers.get('content-type');
  const routedHeaders = type === null ? headers : { ...headers, 'Content-Type': type };
  return { status: routed.status, text: await routed.text(), headers: routedHeaders, closes: false };
}

interface Identifying {
  readonly method: string;
  readonly url: URL;
  readonly rawHeaders: readonly string[];
}

/** Who calls, or why nobody does. */
type Identity =
  | { readonly kind: 'api-key' | 'access-key'; readonly id: string; readonly memberId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** An API key comes first. An access key counts where one collection is read, and nowhere else. */
function identify(verifier: Verifier, { method, url, rawHeaders }: Identifying): Identity {
  const apiKey = presentedKey(rawHeaders, url.searchParams);
  const collection = method === 'GET' ? collectionOf(url.pathname) : null;
  if (apiKey.kind !== 'none' || collection === null) {
    const verified = verify(apiKey, (secret) => verifier.verify(secret));
    if (verified.kind === 'refused') return verified;
    return { kind: 'api-key', id: verified.apiKeyId, memberId: verified.memberId };
  }
  const accessKey = presentedAccessKey(url.searchParams);
  const verified = verify(accessKey, (secret) => verifier.verifyAccess(secret, collection));
  if (verified.kind === 'refused') return verified;
  return { kind: 'access-key', id: verified.accessKeyId, memberId: verified.memberId };
}

/** The uid or id in the path of one collection; `null` for every other path. */
function collectionOf(pathname: string): string | null {
  const segment = /^\/collections\/([0-9A-Za-z-]{1,100})$/.exec(pathname)?.[1];
  return segment ?? null;
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
