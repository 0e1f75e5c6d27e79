import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { showKey } from '../../../../renderer/bridge/show-key.ts';
import { anApiKey } from '../../../support/builders.ts';

const [one, two] = [anApiKey({ id: '1' }), anApiKey({ id: '2' })];
const page = (...keys: readonly (typeof one)[]) => ({ keys, total: keys.length, all: 2, place: null });

/** A page that is on the screen. */
function shownPage(client: QueryClient, offset: number, shown: ReturnType<typeof page>): void {
  client.setQueryData(['keys.page', { offset }], shown);
  new QueryObserver(client, {
    queryKey: ['keys.page', { offset }],
    queryFn: () => Promise.resolve(shown),
    staleTime: Infinity,
  }).subscribe(() => undefined);
}

test('a key is shown as it is in every page that has it, and other pages stay the same object', () => {
  const client = new QueryClient();
  const [both, other] = [page(one, two), page(two)];
  shownPage(client, 0, both);
  shownPage(client, 50, other);
  showKey(client, { ...one, isDisabled: true });
  expect(client.getQueryData(['keys.page', { offset: 0 }])).toEqual({
    ...both,
    keys: [{ ...one, isDisabled: true }, two],
  });
  expect(client.getQueryData(['keys.page', { offset: 50 }])).toBe(other);
});

test('a page that is not on the screen is still asked for anew when it is shown again', async () => {
  const client = new QueryClient();
  const sortedByStatus = ['keys.page', { sort: 'status' }];
  client.setQueryData(sortedByStatus, page(one, two));
  await client.invalidateQueries({ queryKey: ['keys.page'] });
  showKey(client, { ...one, isDisabled: true });
  expect(client.getQueryState(sortedByStatus)?.isInvalidated).toBe(true);
});
