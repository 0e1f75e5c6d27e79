import { useRef } from 'react';

/** So long after the last letter, in milliseconds, the next one begins anew. */
const PAUSE_MS = 800;

interface Typed {
  readonly text: string;
  readonly at: number;
}

/**
 * Typing ahead in a list (WAI-ARIA Authoring Practices): where a key leads, by what was typed just before; `null` when it is none that
 * is typed. The same letter again and again goes through the rows that begin with it.
 */
export function useTypeAhead(): (
  key: string,
  rows: readonly { readonly label: string }[],
  from: number,
) => number | null {
  const typed = useRef<Typed>({ text: '', at: 0 });
  return (key, rows, from) => {
    const now = performance.now();
    const before = now - typed.current.at > PAUSE_MS ? '' : typed.current.text;
    // A space begins nothing; within a name it belongs to it.
    if ([...key].length !== 1 || (key === ' ' && before === '')) return null;
    const text = before + plain(key);
    typed.current = { text, at: now };
    return next(rows, from, text);
  };
}

function next(rows: readonly { readonly label: string }[], from: number, text: string): number {
  const isRepeated = [...text].every((letter) => letter === text[0]);
  const wanted = isRepeated ? (text[0] ?? '') : text;
  // A first letter leads on; further ones may still mean the row where one is.
  const begin = isRepeated ? from + 1 : from;
  for (let step = 0; step < rows.length; step += 1) {
    const at = (begin + step) % rows.length;
    if (plain(rows[at]?.label ?? '').startsWith(wanted)) return at;
  }
  return from;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
