import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

const currentScreen = () =>
  within(screen.getByRole('navigation', { name: 'Screens', hidden: true }))
    .getAllByRole('link', { hidden: true })
    .find((link) => link.getAttribute('aria-current') === 'page')?.textContent;

test('lists the screens in the rail, and starts with the API keys', async () => {
  await renderApp();
  const links = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'API keys',
    'Requests',
    'Runs',
    'History',
    'Usage',
    'Team keys',
    'Activity',
    'Exposed keys',
    'Settings',
  ]);
  expect(currentScreen()).toBe('API keys');
  expect(screen.getByRole('heading', { level: 1, name: 'API keys' })).toBeTruthy();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('leaves Ctrl+K to the text fields of macOS, where Cmd+K opens the palette', async () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  const { user } = await renderApp();
  await user.keyboard('{Control>}k{/Control}{Control>}2{/Control}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(currentScreen()).toBe('API keys');
  await user.keyboard('{Meta>}2{/Meta}');
  expect(currentScreen()).toBe('Requests');
  await user.keyboard('{Meta>}k{/Meta}');
  expect(await screen.findByRole('dialog', { name: 'Search Keyfob' })).toBeTruthy();
});

test('goes where the tray or a menu asks, and does what it asks there', async () => {
  const { bridge } = await renderApp({ initialScreen: 'settings' });
  act(() => {
    bridge.publish('navigation.requested', { screen: 'api-keys', action: 'generate-key' });
  });
  expect(await screen.findByRole('dialog', { name: 'Generate API Key' })).toBeTruthy();
  expect(currentScreen()).toBe('API keys');
});

test('keeps what was typed on a screen when another one is shown for a while', async () => {
  const { user } = await renderApp({ keys: [anApiKey()] });
  await user.type(screen.getByRole('searchbox', { name: 'Search API keys' }), 'CI');
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  await user.click(screen.getByRole('link', { name: 'API keys' }));
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search API keys' }).value).toBe('CI');
});

test('puts the preferred theme on the root element, also when it changes', async () => {
  const { bridge } = await renderApp({ preferences: { theme: 'dark' } });
  await waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
  await act(() => bridge.invoke('preferences.set', { theme: 'light' }));
  await waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('light');
  });
});

test('says when no keychain holds the master key, and offers memory', async () => {
  const { user, bridge } = await renderApp({
    vault: {
      kind: 'needs-holder',
      reason: 'keychain-unavailable',
      message: 'What happened.',
      remedy: 'What to do.',
    },
  });
  expect(screen.getByText('No keychain can be reached')).toBeTruthy();
  expect(screen.getByText('What happened.')).toBeTruthy();
  expect(screen.getByText('What to do.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Keep keys in memory until I quit' }));
  expect(await screen.findByText('Keys are kept in memory until Keyfob quits')).toBeTruthy();
  expect(bridge.state.vault).toEqual({ kind: 'unlocked', holder: 'memory' });
});

test('says in German why the vault cannot be used, and what to do', async () => {
  const message = 'Your keychain is locked.';
  const told = { name: 'vaultUnreadable', values: { state: 'keychain-locked' } };
  const { bridge } = await renderApp({
    vault: { kind: 'unreadable', reason: 'keychain-locked', message, remedy: 'Unlock it.', told },
  });
  await act(() => bridge.invoke('preferences.set', { language: 'de' }));
  expect(await screen.findByText(/^Den Schlüsselbund entsperren/)).toBeTruthy();
  expect(screen.queryByText(message)).toBeNull();
});

test('says in German why the ledger is closed', async () => {
  const folder = '/home/me/.config/Keyfob';
  const words = { message: 'In use.', remedy: 'Close it.', told: { name: 'ledgerBusy', values: { folder } } };
  await renderApp({
    ledger: { kind: 'closed', reason: 'unwritable', ...words, backup: null },
    preferences: { language: 'de' },
  });
  expect(
    await screen.findByText(`Das Programm beenden, das ${folder} benutzt, dann Keyfob neu starten.`),
  ).toBeTruthy();
});

test('shows all keys while the vault is unreadable, says so, and heals when it opens', async () => {
  const { bridge } = await renderApp({
    keys: [anApiKey()],
    vault: { kind: 'unreadable', reason: 'keychain-locked', message: 'Locked.', remedy: 'Unlock it.' },
  });
  expect(screen.getByText('Your keychain is locked')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep keys in memory until I quit' })).toBeNull();
  expect(screen.getByRole('button', { name: 'More actions for CI key' })).toBeTruthy();
  bridge.state.vault = { kind: 'unlocked', holder: 'keychain' };
  act(() => {
    bridge.publish('vault.changed', bridge.state.vault);
  });
  await waitFor(() => {
    expect(screen.queryByText('Your keychain is locked')).toBeNull();
  });
});

const damaged = {
  kind: 'closed',
  reason: 'damaged',
  message: 'It is damaged.',
  remedy: 'Restore it.',
  backup: { takenAt: Date.UTC(2026, 0, 2, 3, 4), keyCount: 6 },
} as const;

test('takes the window when the ledger does not open, and restores the backup that it names', async () => {
  const { user } = await renderApp({ ledger: damaged, keys: [anApiKey()] });
  expect(screen.getByRole('heading', { name: 'Your ledger cannot be opened' })).toBeTruthy();
  expect(screen.queryByRole('navigation')).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Restore the backup of .*2026.*\(6 keys\)$/ }));
  expect(await screen.findByRole('button', { name: 'More actions for CI key' })).toBeTruthy();
});

test('starts with an empty ledger only after asking', async () => {
  const { user } = await renderApp({ ledger: damaged, keys: [anApiKey()] });
  await user.click(screen.getByRole('button', { name: 'Start with an empty ledger' }));
  await user.click(
    within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Start empty' }),
  );
  expect(await screen.findByText('Generate your first API key')).toBeTruthy();
});

test('offers no other ledger when this one only cannot be written', async () => {
  await renderApp({ ledger: { ...damaged, reason: 'unwritable' } });
  expect(screen.queryByRole('button')).toBeNull();
});

test('says why a restore failed', async () => {
  const { user, bridge } = await renderApp({ ledger: damaged });
  bridge.failNext('ledger.restoreBackup', appError('ledger-write-failed'));
  await user.click(screen.getByRole('button', { name: /^Restore the backup/ }));
  expect(await screen.findByText(appError('ledger-write-failed').message)).toBeTruthy();
});

test('opens the question of regenerating a key from its reminder, and nothing for one that is gone', async () => {
  const { bridge } = await renderApp({ initialScreen: 'settings', keys: [anApiKey({ id: 'key-1' })] });
  act(() => {
    bridge.publish('navigation.requested', {
      screen: 'api-keys',
      action: 'regenerate-key',
      apiKeyId: 'gone',
    });
  });
  expect(currentScreen()).toBe('API keys');
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => {
    bridge.publish('navigation.requested', {
      screen: 'api-keys',
      action: 'regenerate-key',
      apiKeyId: 'key-1',
    });
  });
  expect(await screen.findByRole('dialog', { name: /Regenerate/ })).toBeTruthy();
  expect(bridge.calls.map(({ command }) => command)).not.toContain('keys.regenerate');
});

test('says that a run has ended while another screen is shown, and leads to it', async () => {
  const { bridge, user } = await renderApp();
  const ended = {
    id: 'run-00001',
    isGood: true,
    title: 'The run of “Weather” has ended',
    body: '4 requests, none failed.',
  };
  act(() => {
    bridge.publish('runs.ended', ended);
  });
  await user.click(await screen.findByRole('button', { name: 'Show run' }));
  expect(currentScreen()).toBe('Runs');
  await waitFor(() => {
    expect(screen.queryByText(ended.title)).toBeNull();
  });
  act(() => {
    bridge.publish('runs.ended', ended);
  });
  expect(screen.queryByText(ended.title)).toBeNull();
});
