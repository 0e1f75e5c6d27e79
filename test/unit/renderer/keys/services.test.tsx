import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anApiKey, aService } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

test('adds a service whose origins come from its base URL', async () => {
  const { user, bridge } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Add service' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add service' });
  await user.type(within(dialog).getByLabelText('Name'), 'Weather');
  await user.type(within(dialog).getByLabelText('Base URL'), 'https://api.weather.example/v1');
  expect(within(dialog).getByLabelText<HTMLInputElement>('Header').value).toBe('X-API-Key');
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Origins').value).toBe(
    'https://api.weather.example',
  );
  await user.click(within(dialog).getByRole('button', { name: 'Add service' }));
  await waitFor(() => {
    expect(bridge.state.services.at(-1)).toMatchObject({
      name: 'Weather',
      headerName: 'X-API-Key',
      origins: ['https://api.weather.example'],
    });
  });
  expect(await within(screen.getByRole('list', { name: 'Services' })).findByText('Weather')).toBeTruthy();
});

test('refuses an origin over plain http, beside the field', async () => {
  const { user, bridge } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Add service' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add service' });
  await user.type(within(dialog).getByLabelText('Name'), 'Weather');
  await user.type(within(dialog).getByLabelText('Base URL'), 'http://api.weather.example{Enter}');
  expect(within(dialog).getByText(/plain http is possible on this computer only/)).toBeTruthy();
  expect(bridge.calls.some(({ command }) => command === 'services.create')).toBe(false);
});

test('edits a service, and deletes it only when it has no keys', async () => {
  const { user, bridge } = await renderApp({
    services: [aService({ id: 'w', name: 'Weather' }), aService({ id: 'm', name: 'Maps' })],
    keys: [anApiKey({ serviceId: 'm' })],
  });
  await user.click(screen.getByRole('button', { name: 'More actions for Weather' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Name');
  await user.clear(field);
  await user.type(field, 'Forecast{Enter}');
  await user.click(await screen.findByRole('button', { name: 'More actions for Forecast' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => {
    expect(bridge.state.services.some(({ id }) => id === 'w')).toBe(false);
  });
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  await user.click(screen.getByRole('button', { name: 'More actions for Maps' }));
  expect((await screen.findByRole('menuitem', { name: 'Delete' })).getAttribute('aria-disabled')).toBe(
    'true',
  );
});

test('offers no menu for the built-in services, which cannot be changed', async () => {
  await renderApp();
  expect(screen.queryByRole('button', { name: 'More actions for Local API' })).toBeNull();
});
