import { expect, test } from 'vitest';
import type { Exchange } from '../../../../shared/domain/exchange.ts';
import { isCutForComparing } from '../../../../renderer/ui/exchange/compared-text.ts';
import { aHistoryRecord } from '../history/history-builders.ts';

type Body = Extract<Exchange['outcome'], { kind: 'response' }>['response']['body'];

function answered(body: Body): Exchange {
  const { exchange } = aHistoryRecord();
  if (exchange.outcome.kind !== 'response') throw new Error('No response');
  return { ...exchange, outcome: { kind: 'response', response: { ...exchange.outcome.response, body } } };
}

test.each<[string, Body, boolean]>([
  ['a text that is compared whole', { kind: 'text', text: 'a'.repeat(262_144), isTruncated: false }, false],
  ['a longer one', { kind: 'text', text: 'a'.repeat(262_145), isTruncated: false }, true],
  ['one of which the beginning alone is kept', { kind: 'text', text: 'a', isTruncated: true }, true],
  ['long bytes', { kind: 'binary', hex: '0'.repeat(262_146), isTruncated: false }, true],
  ['none', { kind: 'empty' }, false],
])('tells whether more came than is compared: %s', (_, body, isCut) => {
  expect(isCutForComparing(answered(body))).toBe(isCut);
});
