import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/expiry.ts';
import { anApiKey, aService } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

const namesInOrder = () =>
  within(screen.getByRole('grid', { name: 'API keys' }))
    .getAllByRole('button', { name: /^More actions for/ })
    .map((button) => button.getAttribute('aria-label')?.replace('More actions for ', ''));

test('has the columns that people look for', async () => {
  await renderApp({ keys: [anApiKey()] });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Name',
    'Key',
    'Service',
    'Created',
    'Last used',
    'Expires',
    'Status',
    'Actions',
  ]);
});

test('shows each key’s state: default, last use with its origin, expiry, grace', async () => {
  const now = Date.now();
  await renderApp({
    services: [aService({ id: 'w', name: 'Weather' })],
    keys: [
      anApiKey({
        serviceId: 'w',
        lastUsed: { at: now - 2 * HOUR_MS, origin: 'https://api.weather.example' },
        expiresAt: now + 3 * DAY_MS,
        graceEndsAt: now + 5 * HOUR_MS,
      }),
    ],
  });
  const row = screen.getAllByRole('row')[1];
  for (const text of [
    'CI key',
    'Default',
    'kfak_••••••••wxyz',
    'Weather',
    '2 hours ago',
    'api.weather.example',
  ]) {
    expect(row?.textContent).toContain(text);
  }
  for (const text of ['in 3 days', 'Expiring', 'Old key ends in 5 hours'])
    expect(row?.textContent).toContain(text);
});

test('shows a key that was once seen expired as expired, though its date is ahead again', async () => {
  await renderApp({ keys: [anApiKey({ hasExpired: true, expiresAt: Date.now() + 100 * DAY_MS })] });
  expect(screen.getByText('Expired')).toBeTruthy();
});

test('renders a window of ten thousand keys', async () => {
  const keys = Array.from({ length: 10_000 }, (_, index) =>
    anApiKey({ id: `k${String(index)}`, name: `Key ${String(index)}`, isDefault: false }),
  );
  await renderApp({ keys });
  expect(screen.getAllByText('10,000 keys').length).toBeGreaterThan(0);
  expect(namesInOrder().length).toBeLessThan(60);
});

test('searches, counts what was found, and says when nothing was', async () => {
  const { user } = await renderApp({
    keys: [anApiKey({ id: 'a', name: 'Apple' }), anApiKey({ id: 'b', name: 'Banana', isDefault: false })],
  });
  const search = screen.getByRole('searchbox', { name: 'Search API keys' });
  await user.type(search, 'ban');
  await waitFor(() => {
    expect(namesInOrder()).toEqual(['Banana']);
  });
  expect(screen.getByText('1 of 2 keys')).toBeTruthy();
  await user.type(search, 'xyz');
  await user.click(await screen.findByRole('button', { name: 'Clear the search' }));
  await waitFor(() => {
    expect(namesInOrder()).toHaveLength(2);
  });
});

test('sorts by a column when its header is pressed, and the other way when pressed again', async () => {
  const { user } = await renderApp({
    keys: ['Banana', 'Apple', 'Cherry'].map((name) => anApiKey({ id: name, name, isDefault: false })),
  });
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(namesInOrder()).toEqual(['Apple', 'Banana', 'Cherry']);
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(namesInOrder()).toEqual(['Cherry', 'Banana', 'Apple']);
});

test('says what went wrong when the keys cannot be listed, and tries again', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  bridge.failNext('keys.page', appError('ledger-unavailable'));
  bridge.publish('keys.changed', {});
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'More actions for CI key' })).toBeTruthy();
});
