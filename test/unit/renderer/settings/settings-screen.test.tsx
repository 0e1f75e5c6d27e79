import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { renderApp } from '../../../support/render-app.tsx';

const settings = (options: Parameters<typeof renderApp>[0] = {}) =>
  renderApp({ ...options, initialScreen: 'settings' });

test('changes the theme at once', async () => {
  const { user, bridge } = await settings();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  await waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
  expect(bridge.state.preferences.theme).toBe('dark');
});

test('changes when a copied key leaves the clipboard', async () => {
  const { user, bridge } = await settings({ preferences: { clipboardClearSeconds: 45 } });
  await user.click(screen.getByRole('button', { name: /After 45 seconds/ }));
  await user.click(await screen.findByRole('option', { name: 'After 1 minute' }));
  expect(bridge.state.preferences.clipboardClearSeconds).toBe(60);
});

test('turns closing to the tray off and on', async () => {
  const { user, bridge } = await settings();
  await user.click(screen.getByRole('switch', { name: 'Close to the tray' }));
  expect(bridge.state.preferences.closeToTray).toBe(false);
});

test('says so when a change could not be saved, and shows what still holds', async () => {
  const { user, bridge } = await settings();
  bridge.failNext('preferences.set', appError('ledger-write-failed'));
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(await screen.findByText(appError('ledger-write-failed').message)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'System' }).checked).toBe(true);
});

test('stops and starts the Local API, and shows where it answers', async () => {
  const { user } = await settings();
  const section = screen.getByRole('region', { name: 'Local API' });
  expect(section.textContent).toContain('http://127.0.0.1:5362');
  expect(section.textContent).toContain('42 requests served');
  await user.click(within(section).getByRole('button', { name: 'Stop' }));
  expect(await within(section).findByText('Stopped')).toBeTruthy();
  await user.click(within(section).getByRole('button', { name: 'Start' }));
  expect(await within(section).findByText('Running')).toBeTruthy();
});

test('says why the Local API does not run', async () => {
  await settings({ localApi: { kind: 'failed', error: appError('port-taken') } });
  expect(screen.getByText(appError('port-taken').remedy)).toBeTruthy();
});

test('says who holds the master key and what the state of the ledger is', async () => {
  await settings();
  const section = screen.getByRole('region', { name: 'Storage' });
  expect(within(section).getByText('In the keychain')).toBeTruthy();
  expect(within(section).getByText('Open')).toBeTruthy();
});

test('names the version and the licence', async () => {
  await settings();
  const section = screen.getByRole('region', { name: 'About' });
  expect(section.textContent).toContain('Keyfob 0.1.0');
  expect(section.textContent).toContain('MIT');
});
