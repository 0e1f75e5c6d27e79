import { useEffect, useState } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { FilteredJson } from '../../../shared/domain/filtered-json.ts';
import { exchangeTexts, type ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import { type FilterAnswer, useResponseActions } from '../exchange/response-actions.ts';

export interface JsonFilter {
  /** The last result; it stands while another one is looked for. `null` while nothing is typed. */
  readonly found: Extract<FilteredJson, { readonly kind: 'found' }> | null;
  /** Why the path finds nothing. */
  readonly problem: string | undefined;
  /** It takes longer than a moment. */
  readonly isSlow: boolean;
  readonly cancel: () => void;
  /** Looks once more for the same path. */
  readonly again: () => void;
}

interface Filtered {
  /** Of the exchange. */
  readonly id: string;
  /** The whole body; `null` where a part of it is shown. */
  readonly shown: string | null;
}

/** Typing goes on while the last result stands. */
const WAIT_MS = 200;
/** A shorter wait is none. */
const SLOW_MS = 150;

/** What a JSONPath finds in the body of an exchange, a moment after it was typed. The main process looks, so that the window stays free. */
export function useJsonFilter({ id, shown }: Filtered, expression: string): JsonFilter {
  const { json } = useTexts(exchangeTexts);
  const wordsOf = useErrorWords();
  const actions = useResponseActions();
  const path = expression.trim();
  const [round, setRound] = useState(0);
  const [isSlow, setIsSlow] = useState(false);
  const [answer, setAnswer] = useState<FilterAnswer | null>(null);
  useEffect(() => {
    if (path === '' || actions === null) return undefined;
    let isUnderWay = false;
    let isCurrent = true;
    let timer = setTimeout(() => {
      isUnderWay = true;
      timer = setTimeout(() => {
        setIsSlow(true);
      }, SLOW_MS);
      void actions.filterBody(id, path, shown).then((next) => {
        isUnderWay = false;
        if (!isCurrent) return;
        clearTimeout(timer);
        setIsSlow(false);
        setAnswer(next);
      });
    }, WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      setIsSlow(false);
      if (isUnderWay) void actions.stopFilter(id);
    };
  }, [actions, id, path, round, shown]);
  const result = path === '' ? null : answer;
  return {
    found: result?.kind === 'found' ? result : null,
    problem: result === null ? undefined : problemOf(result, json, (error) => wordsOf(error).message),
    isSlow,
    cancel: () => void actions?.stopFilter(id),
    again: () => {
      setRound(round + 1);
    },
  };
}

type Failure = Extract<FilterAnswer, { readonly kind: 'failed' }>['error'];

function problemOf(
  answer: FilterAnswer,
  json: ExchangeTexts['json'],
  messageOf: (error: Failure) => string,
): string | undefined {
  switch (answer.kind) {
    case 'found':
      return undefined;
    case 'invalid':
      return json.invalid(answer.message, answer.at === null ? null : answer.at + 1);
    case 'not-json':
      return json.notJson;
    case 'too-large':
      return json.tooLarge;
    case 'too-much':
      return json.tooMuch;
    case 'cancelled':
      return json.cancelled;
    case 'failed':
      return messageOf(answer.error);
    default:
      return assertNever(answer);
  }
}
