import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { showKey } from '../../../../renderer/bridge/show-key.ts';
import { anApiKey } from '../../../support/builders.ts';

test('a key is shown as it is in every page that has it, and other pages stay the same object', () => {
  const client = new QueryClient();
  const [one, two] = [anApiKey({ id: '1' }), anApiKey({ id: '2' })];
  const page = (...keys: readonly (typeof one)[]) => ({ keys, total: keys.length, all: 2, place: null });
  const [both, other] = [page(one, two), page(two)];
  client.setQueryData(['keys.page', { offset: 0 }], both);
  client.setQueryData(['keys.page', { offset: 50 }], other);
  showKey(client, { ...one, isDisabled: true });
  expect(client.getQueryData(['keys.page', { offset: 0 }])).toEqual({
    ...both,
    keys: [{ ...one, isDisabled: true }, two],
  });
  expect(client.getQueryData(['keys.page', { offset: 50 }])).toBe(other);
});
