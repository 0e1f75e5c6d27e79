import { useEffect, useState } from 'react';
import { exchangeTexts, type ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';
import { filterJson, type FoundNode } from './json-filter.ts';

export type JsonFilterState =
  | { readonly kind: 'off' }
  | { readonly kind: 'found'; readonly nodes: readonly FoundNode[]; readonly total: number }
  | { readonly kind: 'invalid'; readonly text: string };

/** Typing goes on while the last result stands. */
const WAIT_MS = 200;

/** What a JSONPath finds in a text, a moment after it was typed; off while nothing is typed. */
export function useJsonFilter(text: string, expression: string): JsonFilterState {
  const texts = useTexts(exchangeTexts);
  const wanted = expression.trim();
  const [state, setState] = useState<JsonFilterState>({ kind: 'off' });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        void look(text, wanted, texts).then((next) => {
          if (isCurrent) setState(next);
        });
      },
      wanted === '' ? 0 : WAIT_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, wanted, texts]);
  return wanted === '' ? OFF : state;
}

const OFF: JsonFilterState = { kind: 'off' };

async function look(text: string, wanted: string, { json }: ExchangeTexts): Promise<JsonFilterState> {
  if (wanted === '') return OFF;
  const result = await filterJson(text, wanted);
  switch (result.kind) {
    case 'found':
      return result;
    case 'not-json':
      return { kind: 'invalid', text: json.notJson };
    case 'invalid':
      return {
        kind: 'invalid',
        text: json.invalid(result.message, result.at === null ? null : result.at + 1),
      };
  }
}
