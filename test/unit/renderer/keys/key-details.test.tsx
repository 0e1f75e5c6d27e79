import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { failed } from '../../../../shared/domain/app-error.ts';
import { anApiKey, aService } from '../../../support/builders.ts';
import { act, renderApp } from '../../../support/render-app.tsx';

const weather = aService({ id: 'w', name: 'Weather', checkUrl: 'https://api.weather.example/me' });
const key = anApiKey({ serviceId: 'w' });

test('verifies a key from its row and shows whose it is', async () => {
  const { user } = await renderApp({ keys: [key], services: [weather] });
  await act(user, 'CI key', 'Verify now');
  expect(
    (await screen.findAllByText('“CI key” is accepted. It is the key of Taylor Lee.')).length,
  ).toBeGreaterThan(0);
  await act(user, 'CI key', 'Details');
  const part = within(await screen.findByRole('dialog')).getByRole('region', { name: 'Verification' });
  expect(within(part).getByText(/^Weather accepted this key on/)).toBeTruthy();
  expect(within(part).getByText('admin, developer')).toBeTruthy();
});

test('marks a key that its service refused', async () => {
  const { user, bridge } = await renderApp({ keys: [key], services: [weather] });
  bridge.state.verification = failed('service-refused-key');
  await act(user, 'CI key', 'Verify now');
  expect(await screen.findByText('Not accepted by its service')).toBeTruthy();
});

test('cannot verify where there is nothing to ask', async () => {
  const { user } = await renderApp({ keys: [key], services: [{ ...weather, checkUrl: null }] });
  await user.click(await screen.findByRole('button', { name: 'More actions for CI key' }));
  const item = await screen.findByRole('menuitem', { name: 'Verify now' });
  expect(item.getAttribute('aria-disabled')).toBe('true');
  expect(within(item).getByText('Its service has no check URL')).toBeTruthy();
});

test('adds an origin for the key alone, shows it in the row, and takes it back', async () => {
  const { user, bridge } = await renderApp({ keys: [key], services: [weather] });
  await act(user, 'CI key', 'Details');
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Another origin for this key only'), 'https://files.example/{Enter}');
  const list = within(dialog.getByRole('list', { name: 'Origins it may go to' }));
  expect(await list.findByText('https://files.example')).toBeTruthy();
  expect(screen.getByText('+1 origin')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Remove https://files.example' }));
  await waitFor(() => {
    expect(bridge.state.keys[0]?.extraOrigins).toEqual([]);
  });
});

test('says beside the field why an origin cannot be added', async () => {
  const { user, bridge } = await renderApp({ keys: [key], services: [weather] });
  bridge.state.agreesToOrigin = false;
  await act(user, 'CI key', 'Details');
  const dialog = within(await screen.findByRole('dialog'));
  const field = dialog.getByLabelText('Another origin for this key only');
  await user.type(field, 'http://files.example{Enter}');
  expect(dialog.getByText(/plain http is possible on this computer only/)).toBeTruthy();
  expect(bridge.calls.some(({ command }) => command === 'keys.addOrigin')).toBe(false);
  await user.clear(field);
  await user.type(field, 'https://files.example{Enter}');
  expect(await dialog.findByText('The key goes only where it went before.')).toBeTruthy();
});
