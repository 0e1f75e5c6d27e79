import type { Exchange, Response } from '../../shared/domain/exchange.ts';

/** The code of a failed exchange; `response` when there was one. */
export function codeOf(exchange: Exchange): string {
  return exchange.outcome.kind === 'failed' ? exchange.outcome.error.code : 'response';
}

/** The response of an exchange that must have one. */
export function responseOf(exchange: Exchange): Response {
  if (exchange.outcome.kind === 'failed') throw new Error(`No response: ${exchange.outcome.error.code}`);
  return exchange.outcome.response;
}

/** The body's text; the kind of a body that is none. */
export function textOf(exchange: Exchange): string {
  const { body } = responseOf(exchange);
  return body.kind === 'text' ? body.text : body.kind;
}
