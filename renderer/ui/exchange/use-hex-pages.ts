import { useEffect, useMemo, useRef, useState } from 'react';
import { bytesOfHex } from './body-bytes.ts';
import { useResponseActions } from './response-actions.ts';

interface HexPagesInput {
  readonly id: string;
  readonly hex: string;
  /** The bytes that are looked at. */
  readonly first: number;
  readonly last: number;
}

const PAGE = 64 * 1024;
const KEPT_PAGES = 32;

/** The bytes that are here, and those that are looked at once they were fetched. */
export function useHexPages({ id, hex, first, last }: HexPagesInput): (offset: number) => number | null {
  const actions = useResponseActions();
  const here = useMemo(() => bytesOfHex(hex), [hex]);
  const asked = useRef(new Set<number>());
  const [pages, setPages] = useState<ReadonlyMap<number, Uint8Array>>(new Map());
  const from = Math.floor(first / PAGE);
  const to = Math.floor(Math.max(first, last - 1) / PAGE);
  useEffect(() => {
    for (let page = from; page <= to; page += 1) {
      if ((page + 1) * PAGE <= here.length || asked.current.has(page) || actions === null) continue;
      if (Math.min(last, (page + 1) * PAGE) <= here.length) continue;
      asked.current.add(page);
      void actions.readBody(id, page * PAGE, PAGE).then((part) => {
        if (part === null) return;
        setPages((known) => {
          const next = new Map(known).set(page, part.bytes);
          for (const oldest of next.keys()) {
            if (next.size <= KEPT_PAGES) break;
            next.delete(oldest);
            asked.current.delete(oldest);
          }
          return next;
        });
      });
    }
  }, [actions, id, from, to, last, here.length]);
  return (offset) => here[offset] ?? pages.get(Math.floor(offset / PAGE))?.[offset % PAGE] ?? null;
}
