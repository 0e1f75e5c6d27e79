import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../../../shared/domain/activity.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import '../../../../renderer/features/activity/activity-screen.tsx';
import { anApiKey } from '../../../support/builders.ts';
import { act, renderApp } from '../../../support/render-app.tsx';

const now = Date.now();
const entry = (id: number, changes: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  at: now - 1000 * (100_000 - id),
  apiKeyId: 'key-1',
  apiKeyName: 'CI key',
  others: 0,
  event: { kind: 'revealed' },
  ...changes,
});

const sent = { kind: 'sent', method: 'GET', origin: 'https://api.example.com', status: 200 } as const;

async function openActivity(activity: readonly ActivityEntry[]) {
  const app = await renderApp({ keys: [anApiKey()], activity });
  await app.user.click(screen.getByRole('link', { name: 'Activity' }));
  await screen.findByRole('heading', { level: 1, name: 'Activity' });
  return app;
}

const list = () => screen.findByRole('list', { name: 'Activity' });

test('tells what happened, to which key, and where; newest first', async () => {
  await openActivity([entry(1), entry(2, { event: sent })]);
  const items = within(await list()).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringContaining('SentCI keyGET https://api.example.com → 200') as string,
    expect.stringContaining('Shown onceCI key') as string,
  ]);
  expect(screen.getByText('2 entries')).toBeTruthy();
});

test('names one of many keys to which the same was done at once, and how many more they are', async () => {
  await openActivity([
    entry(1, { apiKeyName: 'Nightly', others: 8_999, event: { kind: 'revoked', reason: 'by-admin' } }),
  ]);
  const [item] = within(await list()).getAllByRole('listitem');
  expect(item?.textContent).toContain('RevokedNightly and 8,999 moreBy an admin');
});

test('prompts to generate a key while nothing has happened', async () => {
  const { user } = await openActivity([]);
  expect(await screen.findByText('Nothing has happened yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  expect(await screen.findByRole('dialog', { name: 'Generate API Key' })).toBeTruthy();
});

test('is filtered by what happened and by a search, and shows all again', async () => {
  const { user } = await openActivity([entry(1), entry(2, { event: sent })]);
  await list();
  await user.click(screen.getByRole('button', { name: /What/ }));
  await user.click(await screen.findByRole('option', { name: 'Sent' }));
  expect(await screen.findByText('1 entry')).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), 'nowhere');
  expect(await screen.findByText('Nothing matches')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all activity' }));
  expect(await screen.findByText('2 entries')).toBeTruthy();
});

test('opens with one key’s from its row menu', async () => {
  const other = entry(2, { apiKeyId: 'other', apiKeyName: 'Other key' });
  const apiKey = anApiKey();
  const { user } = await renderApp({ keys: [apiKey], activity: [entry(1, { apiKeyId: apiKey.id }), other] });
  await act(user, 'CI key', 'Activity');
  const items = within(await list()).getAllByRole('listitem');
  expect(items).toHaveLength(1);
  expect(items[0]?.textContent).toContain('CI key');
});

test('renders what is in view alone, and asks for the next page when it is near', async () => {
  const activity = Array.from({ length: 50_000 }, (_, index) =>
    entry(index + 1, { at: now - (50_000 - index) * 60_000 }),
  );
  const { bridge } = await openActivity(activity);
  const items = within(await list()).getAllByRole('listitem');
  expect(items.length).toBeLessThan(80);
  expect(items[0]?.getAttribute('aria-setsize')).toBe('50000');
  expect(bridge.calls.filter(({ command }) => command === 'activity.list').length).toBeLessThan(6);
});

test('follows what happens while it is open', async () => {
  const { bridge } = await openActivity([entry(1)]);
  await list();
  bridge.state.activity.push(entry(2, { event: { kind: 'copied', from: 'tray' } }));
  bridge.publish('activity.changed', {});
  await waitFor(async () => {
    expect((await list()).textContent).toContain('CopiedCI keyFrom the tray');
  });
});

test('says what was exported, and why it was not', async () => {
  const { user, bridge } = await openActivity([entry(1), entry(2, { at: now - 40 * DAY_MS })]);
  await list();
  await user.click(screen.getByRole('button', { name: 'Export activity' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Export as CSV…' }));
  expect((await screen.findAllByText('Exported 2 entries to activity.csv.')).length).toBeGreaterThan(0);
  bridge.failNext('activity.export', appError('export-holds-secret'));
  await user.click(screen.getByRole('button', { name: 'Export activity' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Export as JSON…' }));
  expect((await screen.findAllByText(/nothing was written/)).length).toBeGreaterThan(0);
});

test('says why it could not be read, and tries again', async () => {
  const app = await renderApp({ keys: [anApiKey()], activity: [entry(1)] });
  app.bridge.failNext('activity.list', appError('ledger-unavailable'));
  await app.user.click(screen.getByRole('link', { name: 'Activity' }));
  await app.user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(within(await list()).getAllByRole('listitem')).toHaveLength(1);
});
