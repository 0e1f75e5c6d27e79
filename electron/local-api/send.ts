import type { Answer } from './answer.ts';
import { JSON_TYPE } from './reply.ts';

export function found(body: unknown): Answer {
  return { status: 200, body };
}

/** What a route says, as the router carries it. */
export function send({ status, body, headers = {} }: Answer): Response {
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(body, { status, headers: { ...JSON_TYPE, ...headers } });
}
