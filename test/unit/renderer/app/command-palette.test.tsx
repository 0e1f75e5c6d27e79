import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

async function open(options: Parameters<typeof renderApp>[0] = {}) {
  const app = await renderApp(options);
  await app.user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Search Keyfob' });
  return { ...app, dialog };
}

test('copies a key from the keyboard alone', async () => {
  const { user, bridge } = await open({ keys: [anApiKey({ name: 'Build server' })] });
  await user.keyboard('copy build');
  await screen.findByRole('menuitem', { name: 'Copy Build server' });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => {
    expect(bridge.calls.some(({ command }) => command === 'keys.copy')).toBe(true);
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('goes to a screen, and to a saved request', async () => {
  const { user } = await open();
  await user.keyboard('settings');
  await user.click(await screen.findByRole('menuitem', { name: 'Go to Settings' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  await user.keyboard('{Control>}k{/Control}');
  await user.keyboard('authenticated user');
  await user.click(await screen.findByRole('menuitem', { name: /Get the authenticated user/ }));
  expect(screen.getByRole('link', { name: 'Requests' }).getAttribute('aria-current')).toBe('page');
});

test('opens the dialog that generates a key', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('menuitem', { name: 'Generate API Key' }));
  expect(await screen.findByRole('dialog', { name: 'Generate API Key' })).toBeTruthy();
});

test('says when nothing matches, and closes on Escape', async () => {
  const { user, dialog } = await open();
  await user.keyboard('zzzz');
  expect(await within(dialog).findByText(/Nothing matches/)).toBeTruthy();
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('does not open over a dialog that asks something', async () => {
  const { user } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await screen.findByRole('dialog', { name: 'Generate API Key' });
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('dialog', { name: 'Search Keyfob' })).toBeNull();
});
