import type { Exchange } from '../../shared/domain/exchange.ts';

/** The origin of the last hop, which gave the answer; `null` when there was none. */
export function originThatAnswered({ hops }: Pick<Exchange, 'hops'>): string | null {
  const last = hops.at(-1);
  return last === undefined || last.status === null ? null : last.origin;
}
