import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp, type RenderedApp } from '../../../support/render-app.tsx';

function generatedSecret({ bridge }: RenderedApp): string {
  const secret = [...bridge.state.secrets.values()].at(-1);
  if (secret === undefined) throw new Error('No key was generated');
  return secret;
}

async function revealField(): Promise<HTMLInputElement> {
  const dialog = await screen.findByRole('dialog', { name: 'Copy your API key' });
  const field = within(dialog).getByLabelText<HTMLInputElement>('API key');
  await waitFor(() => {
    expect(field.value).not.toBe('');
  });
  return field;
}

test('prompts to generate a key when there is none, with one button for it', async () => {
  await renderApp();
  expect(screen.getByText('Generate your first API key')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Generate API Key' })).toHaveLength(1);
});

test('leads from the shown value to a request that is ready to be sent with it', async () => {
  const { user } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  const dialog = await screen.findByRole('dialog', { name: 'Generate API Key' });
  await user.type(within(dialog).getByLabelText('Name'), 'First{Enter}');
  await revealField();
  await user.click(screen.getByRole('button', { name: 'Use it in a request' }));
  // The screen of requests is loaded when it is first shown.
  expect(await screen.findByRole('button', { name: 'Send' }, { timeout: 20_000 })).toBeTruthy();
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText('URL'));
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('generates with the keyboard alone, shows the value once, and lists the key by its mask', async () => {
  const app = await renderApp();
  const { user, bridge } = app;
  screen.getByRole('button', { name: 'Generate API Key' }).focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Generate API Key' });
  expect(document.activeElement).toBe(within(dialog).getByLabelText('Name'));
  await user.keyboard('CI key');
  await user.tab();
  await user.tab();
  const expires = document.activeElement;
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('listbox');
  await user.keyboard('30{Enter}');
  expect(within(dialog).getByText(/^Works until /)).toBeTruthy();
  await waitFor(() => {
    expect(document.activeElement).toBe(expires);
  });
  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');

  const field = await revealField();
  expect(field.value).toBe(generatedSecret(app));
  expect(field.readOnly).toBe(true);
  const { calls } = bridge;
  expect(calls.find(({ command }) => command === 'keys.generate')?.input).toEqual({
    name: 'CI key',
    serviceId: 'local',
    expiry: { kind: 'after-days', days: 30 },
  });
  await user.tab();
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(await screen.findByRole('button', { name: 'More actions for CI key' })).toBeTruthy();
  expect(bridge.state.unrevealed.size).toBe(0);
});

test('keeps the value nowhere once the dialog is closed', async () => {
  const app = await renderApp({ keys: [anApiKey()] });
  const { user, queryClient } = app;
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'Short-lived{Enter}');
  await revealField();
  const secret = generatedSecret(app);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(document.documentElement.outerHTML).not.toContain(secret);
  const inputs = [...document.querySelectorAll('input')].map(({ value }) => value);
  expect(inputs).not.toContain(secret);
  const cached = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()];
  expect(JSON.stringify(cached.map(({ state }) => state))).not.toContain(secret);
  expect(app.bridge.calls.filter(({ command }) => command === 'keys.reveal')).toHaveLength(1);
});

test('says that the value is shown once, is kept sealed, and reaches whatever its user may reach', async () => {
  const { user } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'CI key{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Copy your API key' });
  expect(dialog.textContent).toContain('only time that it is shown');
  expect(dialog.textContent).toContain('sealed');
  expect(dialog.textContent).toContain('any data that its user may reach');
});

test('copies from the reveal through the main process, and says when the clipboard is cleared', async () => {
  const { user, bridge } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'CI key{Enter}');
  await revealField();
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(
    (await screen.findAllByText('Copied. It leaves the clipboard in 30 seconds.')).length,
  ).toBeGreaterThan(0);
  expect(bridge.calls.some(({ command }) => command === 'keys.copy')).toBe(true);
});

test('copies through the main process too when the value is copied from its field', async () => {
  const { user, bridge } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'CI key{Enter}');
  const field = await revealField();
  const isLeftToThePage = fireEvent.copy(field);
  expect(isLeftToThePage).toBe(false);
  await waitFor(() => {
    expect(bridge.calls.some(({ command }) => command === 'keys.copy')).toBe(true);
  });
});

test('tells a value that was already shown from one that is still to come', async () => {
  const { user, bridge } = await renderApp();
  bridge.failNext('keys.reveal', appError('already-revealed'));
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'CI key{Enter}');
  expect(await screen.findByText(appError('already-revealed').message)).toBeTruthy();
  expect(screen.queryByLabelText('API key')).toBeNull();
});

test('refuses a missing name before it asks, and a taken one with the words of the main process', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey({ name: 'CI key' })] });
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  const name = await screen.findByLabelText('Name');
  await user.type(name, '{Enter}');
  expect(screen.getByText('Give the key a name')).toBeTruthy();
  expect(bridge.calls.some(({ command }) => command === 'keys.generate')).toBe(false);
  await user.type(name, 'CI key{Enter}');
  expect(await screen.findByText(/already exists for this service/)).toBeTruthy();
  expect(name.getAttribute('aria-invalid')).toBe('true');
  await user.type(name, ' 2');
  expect(screen.queryByText(/already exists for this service/)).toBeNull();
});

test('starts with the expiry that the settings name', async () => {
  const { user } = await renderApp({
    policy: { user: { defaultLifetimeDays: 90, maximumLifetimeDays: null, idleDays: null } },
  });
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  expect(await screen.findByRole('button', { name: /90 days.*Expires/ })).toBeTruthy();
});

test('offers to keep keys in memory when no keychain holds the master key, and then generates', async () => {
  const { user } = await renderApp({
    vault: {
      kind: 'needs-holder',
      reason: 'keychain-unavailable',
      message: 'No keychain.',
      remedy: 'Start one.',
    },
  });
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  await user.type(await screen.findByLabelText('Name'), 'CI key{Enter}');
  const dialog = screen.getByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Keep keys in memory until I quit' }));
  expect((await revealField()).value).not.toBe('');
});

test('sends the person to Postman’s page for Postman’s keys, and on to adding the key', async () => {
  const { user, bridge } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Generate API Key' }));
  const dialog = await screen.findByRole('dialog', { name: 'Generate API Key' });
  await user.click(within(dialog).getByRole('button', { name: /Service/ }));
  await user.click(await screen.findByRole('option', { name: 'Postman API' }));
  expect(within(dialog).queryByRole('button', { name: 'Generate API Key' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: /Open Postman’s API keys page/ }));
  expect(bridge.state.openedUrls).toEqual(['https://go.postman.co/settings/me/api-keys']);
  await user.click(within(dialog).getByRole('button', { name: 'Add existing key' }));
  const next = await screen.findByRole('dialog', { name: 'Add existing key' });
  expect(within(next).getByRole('button', { name: /Postman API.*Service/ })).toBeTruthy();
});
