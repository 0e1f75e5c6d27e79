import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../../../renderer/features/usage/usage-screen.tsx';
import { appError } from '../../../../shared/domain/app-error.ts';
import type { CallCounts, KeyLimits, ServiceUsage, UsageMeter } from '../../../../shared/domain/usage.ts';
import { renderApp } from '../../../support/render-app.tsx';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';

const now = Date.now();

const meter = (changes: Partial<UsageMeter>): UsageMeter => ({
  kind: 'month',
  name: '',
  windowSeconds: null,
  isUnlimited: false,
  limit: 1_000,
  used: 250,
  remaining: 750,
  resetsAt: null,
  source: 'headers',
  asOf: now,
  ...changes,
});

const keyLimits = (changes: Partial<KeyLimits> = {}): KeyLimits => ({
  apiKeyId: 'key-1',
  apiKeyName: 'CI key',
  asOf: now,
  meters: [meter({})],
  account: 'not-asked',
  ...changes,
});

const service = (changes: Partial<ServiceUsage> = {}): ServiceUsage => ({
  serviceId: 'postman',
  serviceName: 'Postman API',
  kind: 'postman',
  keyCount: 1,
  exhaustion: null,
  limits: [keyLimits()],
  ...changes,
});

const days = Array.from({ length: 90 }, (_, index) =>
  new Date(Date.UTC(2026, 10, 23) - (89 - index) * 86_400_000).toISOString().slice(0, 10),
);

function calls(
  series: readonly { readonly id: string | null; readonly name: string; readonly today: number }[],
): CallCounts {
  const onLastDay = (count: number) => days.map((_, index) => (index === 89 ? count : 0));
  return {
    days,
    series: series.map(({ id, name, today }) => ({
      apiKeyId: id,
      apiKeyName: name,
      serviceName: id === null ? '' : 'Postman API',
      calls: onLastDay(today),
      errors: onLastDay(1),
    })),
  };
}

async function openUsage(state: FakeStateOptions = {}) {
  const app = await renderApp(state);
  await app.user.click(screen.getByRole('link', { name: 'Usage' }));
  await screen.findByRole('heading', { level: 1, name: 'Usage' });
  return app;
}

const card = () => screen.findByRole('region', { name: 'Limits of Postman API' });

test('prompts to send a request while nothing was counted', async () => {
  const { user } = await openUsage();
  expect(await screen.findByText('Nothing was counted yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'New request' }));
  expect(await screen.findByRole('textbox', { name: 'URL' })).toBeTruthy();
});

test('shows each limit as a meter, in plain words, unknown ones as the service calls them', async () => {
  const meters = [
    meter({}),
    meter({
      kind: 'window',
      windowSeconds: 60,
      limit: 300,
      used: 285,
      remaining: 15,
      resetsAt: now + 3_600_000,
    }),
    meter({
      kind: 'operation',
      name: 'mock_usage',
      limit: null,
      isUnlimited: true,
      used: 12,
      remaining: null,
    }),
    meter({ kind: 'operation', name: 'new_fancy_thing', limit: 2, used: 2, remaining: 0 }),
  ];
  await openUsage({ usageLimits: [service({ limits: [keyLimits({ meters, account: 'told' })] })] });
  const found = within(await card());
  const texts = found.getAllByRole('meter').map((each) => each.getAttribute('aria-valuetext'));
  expect(texts).toEqual(['285 of 300 used, 15 left', '250 of 1,000 used, 750 left', '2 of 2 used, 0 left']);
  expect(found.getByRole('meter', { name: 'Calls this month' }).getAttribute('aria-valuenow')).toBe('25');
  expect(found.getByRole('meter', { name: 'New fancy thing' })).toBeTruthy();
  expect(found.getByText('Mock server calls')).toBeTruthy();
  expect(found.getByText('12 used, no limit')).toBeTruthy();
  expect(found.getByText(/starts anew in \d+ min/)).toBeTruthy();
});

test('does not show what is over as if it were so now', async () => {
  const lastMonth = now - 40 * 86_400_000;
  const meters = [
    meter({ asOf: lastMonth }),
    meter({
      kind: 'window',
      windowSeconds: 60,
      limit: 300,
      used: 285,
      remaining: 15,
      resetsAt: now - 1,
      asOf: now - 60_000,
    }),
    meter({
      kind: 'window',
      windowSeconds: 10,
      limit: 10,
      used: 10,
      remaining: 0,
      resetsAt: now - 1,
      asOf: now - 60_000,
    }),
  ];
  await openUsage({ usageLimits: [service({ limits: [keyLimits({ meters })] })] });
  const found = within(await card());
  expect(found.getByText(/A new month has begun; not told yet/)).toBeTruthy();
  expect(found.getByText('None at the moment: all 300 are left')).toBeTruthy();
  expect(found.queryByText(/each 10 seconds/)).toBeNull();
});

test('says that limits are not known, and that an account does not tell them', async () => {
  await openUsage({
    usageLimits: [
      service({ limits: [keyLimits({ meters: [], account: 'not-told' })] }),
      service({ serviceId: 'local', serviceName: 'Local API', kind: 'local', limits: [] }),
    ],
    usageCalls: calls([{ id: 'key-1', name: 'CI key', today: 1 }]),
  });
  expect(within(await card()).getByText(/guests and partners/)).toBeTruthy();
  const local = screen.getByRole('region', { name: 'Limits of Local API' });
  expect(within(local).getByText(/not known yet/)).toBeTruthy();
});

test('a refresh asks with the key that is shown, says that it counts, and shows why it failed', async () => {
  const other = keyLimits({ apiKeyId: 'key-2', apiKeyName: 'Laptop', meters: [meter({ used: 7 })] });
  const { user, bridge } = await openUsage({ usageLimits: [service({ limits: [keyLimits(), other] })] });
  const found = within(await card());
  expect(found.getByText(/which counts as a call/)).toBeTruthy();
  await user.click(found.getByRole('button', { name: /Key of Postman API/ }));
  await user.click(await screen.findByRole('option', { name: 'Laptop' }));
  expect(found.getByText(/^7 of 1,000/)).toBeTruthy();
  bridge.failNext('usage.refresh', appError('service-refused-key'));
  await user.click(found.getByRole('button', { name: 'Refresh' }));
  expect((await found.findByRole('alert')).textContent).toContain('did not accept the key');
  await user.click(found.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => {
    expect(found.queryByRole('alert')).toBeNull();
  });
  expect(bridge.calls.filter(({ command }) => command === 'usage.refresh').map(({ input }) => input)).toEqual(
    [
      { serviceId: 'postman', apiKeyId: 'key-2' },
      { serviceId: 'postman', apiKeyId: 'key-2' },
    ],
  );
});

test('cannot refresh while keys cannot be opened, and says so', async () => {
  await openUsage({
    usageLimits: [service()],
    vault: { kind: 'unreadable', reason: 'keychain-locked', message: 'Locked.', remedy: 'Unlock it.' },
  });
  const found = within(await card());
  expect(found.getByRole('button', { name: 'Refresh' })).toHaveProperty('disabled', true);
  expect(found.getByText(/Keys cannot be opened at present/)).toBeTruthy();
  expect(found.getByRole('meter', { name: 'Calls this month' })).toBeTruthy();
});

test('says that a month is used up, since when and until when', async () => {
  await openUsage({
    usageLimits: [service({ exhaustion: { since: now, endsAt: Date.UTC(2026, 11, 1) } })],
  });
  const alert = await within(await card()).findByRole('alert');
  expect(alert.textContent).toContain('The month’s calls are used up');
  expect(alert.textContent).toContain('when the next month starts (UTC)');
});

test('tells the calls of a range and of one key as a table', async () => {
  const many = Array.from({ length: 9 }, (_, index) => ({
    id: `key-${String(index)}`,
    name: `Key ${String(index)}`,
    today: 20 - index,
  }));
  const { user } = await openUsage({ usageCalls: calls(many) });
  const table = await screen.findByRole('table', { name: 'Calls per day' });
  expect(within(table).getAllByRole('row')).toHaveLength(31);
  const heads = within(table)
    .getAllByRole('columnheader')
    .map((head) => head.textContent);
  expect(heads).toEqual([
    'Day',
    ...many.slice(0, 7).map(({ name }) => name),
    '2 other keys',
    'All',
    'Errors or no answer',
  ]);
  const today = within(table).getAllByRole('row')[1];
  expect(
    within(today as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([...['20', '19', '18', '17', '16', '15', '14'], ...['25', '144', '9']]);
  expect(screen.getByText('144 calls in 30 days, 9 with an error or no answer')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: '7 days' }));
  await waitFor(() => {
    expect(within(table).getAllByRole('row')).toHaveLength(8);
  });
  await user.click(screen.getByRole('button', { name: /^All keys/ }));
  await user.click(await screen.findByRole('option', { name: /Key 8/ }));
  expect(await screen.findByText('12 calls in 7 days, 1 with an error or no answer')).toBeTruthy();
});

test('shows a failure with a way to try again', async () => {
  const app = await renderApp({ usageLimits: [service()] });
  app.bridge.failNext('usage.getLimits', appError('ledger-unavailable'));
  await app.user.click(screen.getByRole('link', { name: 'Usage' }));
  await app.user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await card()).toBeTruthy();
});

test('a warning is said in the window, whatever screen is open', async () => {
  const { bridge } = await renderApp();
  bridge.publish('usage.warned', {
    title: 'Postman API: 80 % of the month’s calls are used',
    body: '80 of 100.',
  });
  expect(
    (await screen.findAllByText('Postman API: 80 % of the month’s calls are used')).length,
  ).toBeGreaterThan(0);
});
