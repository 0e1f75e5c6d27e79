import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeBug } from '../app/describe-bug.ts';
import type { Logger } from '../ports/logger.ts';
import { INVALID_KEY, SERVER_ERROR } from './answer.ts';
import { bodyRefusalOf, readBody } from './body.ts';
import type { CallLimits } from './call-limits.ts';
import { presentedKey, type PresentedKey } from './presented-key.ts';
import { replyOf, type Reply } from './reply.ts';
import { hasContent, refusalOf } from './request-guard.ts';
import type { Routes } from './routes.ts';
import type { Verification, Verifier } from './verifier.ts';

export interface RequestHandlerOptions {
  readonly verifier: Verifier;
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
  { verifier, limits, routes, logger }: RequestHandlerOptions,
): Promise<Reply | null> {
  const { method = '', url: target = '', rawHeaders } = request;
  const url = new URL(`http://127.0.0.1:${String(request.socket.localPort)}${target}`);
  const caller = verify(verifier, presentedKey(rawHeaders, url.searchParams));
  if (caller.kind === 'refused') {
    const { refusal, headers } = limits.refuse(remoteOf(request));
    if (refusal === INVALID_KEY) logger.info('The Local API refused a key', { reason: caller.reason });
    return replyOf(refusal, headers);
  }

  // The routes see a HEAD as the GET whose head it asks for (RFC 9110, 9.3.2).
  const routedMethod = method === 'HEAD' ? 'GET' : method;
  const { apiKeyId, memberId } = caller;
  const { refusal, headers } = limits.admit({
    apiKeyId,
    path: url.pathname,
    isGet: routedMethod === 'GET',
    origin: url.origin,
  });
  if (refusal !== null) return replyOf(refusal, headers);

  if (hasContent(rawHeaders)) {
    if (request.headers.expect !== undefined) response.writeContinue();
    const body = await readBody(request);
    if (body.kind === 'aborted') return null;
    const bodyRefusal = bodyRefusalOf(body);
    if (bodyRefusal !== null) return replyOf(bodyRefusal, headers);
  }
  const routed = await routes.fetch(new Request(url, { method: routedMethod }), { apiKeyId, memberId });
  return { status: routed.status, text: await routed.text(), headers, closes: false };
}

function verify(verifier: Verifier, presented: PresentedKey): Verification {
  switch (presented.kind) {
    case 'one':
      return verifier.verify(presented.secret);
    case 'none':
      return { kind: 'refused', reason: 'missing' };
    case 'several':
      return { kind: 'refused', reason: 'ambiguous' };
  }
}

function remoteOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}
