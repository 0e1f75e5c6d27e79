import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { renderApp } from '../../../support/render-app.tsx';
import { holds } from '../../../support/holds.ts';

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

test('changes when a copied key leaves the clipboard', holds('clipboard.time'), async () => {
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

test('copies the address of the Local API, and opens and copies its document, while it runs', async () => {
  const { user, bridge } = await settings();
  const section = screen.getByRole('region', { name: 'Local API' });
  await user.click(within(section).getByRole('button', { name: 'Copy address' }));
  expect(bridge.state.clipboard).toBe('http://127.0.0.1:5362');
  await user.click(within(section).getByRole('button', { name: /^Copy link/ }));
  expect(bridge.state.clipboard).toBe('http://127.0.0.1:5362/keyfob/v1/openapi.json');
  await user.click(within(section).getByRole('button', { name: /^Open the OpenAPI document/ }));
  expect(bridge.state.openedUrls).toEqual(['http://127.0.0.1:5362/keyfob/v1/openapi.json']);
  await user.click(within(section).getByRole('button', { name: 'Stop' }));
  await within(section).findByText('Stopped');
  for (const name of [/^Copy address/, /^Copy link/, /^Open the/])
    expect(within(section).getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
});

test('starts the Local API with Keyfob, or not', async () => {
  const { user, bridge } = await settings();
  await user.click(screen.getByRole('switch', { name: 'Start with Keyfob' }));
  expect(bridge.state.preferences.startLocalApi).toBe(false);
});

test.each([
  ['in-use', 'Port 5362 is in use by another program, so it took 5364.'],
  ['not-permitted', 'Port 5362 may not be used, as the system says, so it took 5364.'],
] as const)('says why the Local API has another port: %s', async (preferredPortRefusal, text) => {
  const url = 'http://127.0.0.1:5364';
  const state = {
    url,
    port: 5364,
    preferredPort: 5362,
    preferredPortRefusal,
    startedAt: 0,
    requestsServed: 1,
  };
  await settings({ localApi: { kind: 'running', ...state } });
  const section = screen.getByRole('region', { name: 'Local API' });
  expect(section.textContent).toContain(text);
  expect(section.textContent).toContain('1 request served');
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

test('switches quick copy on, records other keys for it, and says when a program has them', async () => {
  const { bridge, user } = await renderApp({ initialScreen: 'settings' });
  await user.click(await screen.findByRole('switch', { name: 'Quick copy' }));
  await user.click(await screen.findByRole('button', { name: 'Change shortcut, now Ctrl Alt K' }));
  await user.keyboard('{Control>}c{/Control}');
  expect(await screen.findByText(/Use two of Ctrl/)).toBeTruthy();
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
  expect(await screen.findByRole('button', { name: 'Change shortcut, now Ctrl Shift P' })).toBeTruthy();
  bridge.state.takenShortcuts.push('CmdOrCtrl+Shift+9');
  await user.click(screen.getByRole('button', { name: 'Change shortcut, now Ctrl Shift P' }));
  await user.keyboard('{Control>}{Shift>}9{/Shift}{/Control}');
  expect(await screen.findByText('Another program or the system has this shortcut.')).toBeTruthy();
  expect(bridge.state.desktop.quickCopy.shortcut).toBe('CmdOrCtrl+Shift+P');
});

test('Esc leaves the shortcut as it is, and other keys of the window do nothing meanwhile', async () => {
  const { bridge, user } = await renderApp({ initialScreen: 'settings', desktop: { isOn: true } });
  await user.click(await screen.findByRole('button', { name: 'Change shortcut, now Ctrl Alt K' }));
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('button', { name: 'Change shortcut, now Ctrl Alt K' })).toBeTruthy();
  expect(bridge.calls.map(({ command }) => command)).not.toContain('desktop.setQuickCopy');
});

test('says that another program has the shortcut, and what a Wayland desktop does with it', async () => {
  const { bridge } = await renderApp({
    initialScreen: 'settings',
    desktop: { isOn: true, isTaken: true, asksDesktop: true },
  });
  expect(await screen.findByText(/has these keys/)).toBeTruthy();
  bridge.state.desktop = {
    ...bridge.state.desktop,
    quickCopy: { ...bridge.state.desktop.quickCopy, isTaken: false },
  };
  act(() => {
    bridge.publish('desktop.changed', {});
  });
  expect(await screen.findByText(/keyfob --quick-copy/)).toBeTruthy();
});

test('opens Keyfob at login when it is told to', async () => {
  const { bridge, user } = await renderApp({ initialScreen: 'settings' });
  await user.click(await screen.findByRole('switch', { name: 'Open at login' }));
  expect(bridge.state.desktop.opensAtLogin).toBe(true);
});

test('turns Touch ID on, and says when nobody answered it', async () => {
  const { user, bridge } = await settings({ touchId: { canAsk: true, isOn: false } });
  const box = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Unlock with Touch ID' });
  await user.click(box());
  await waitFor(() => {
    expect(box().checked).toBe(true);
  });
  bridge.state.answersTouchId = false;
  await user.click(box());
  expect(await screen.findByText(appError('touch-id-refused').message)).toBeTruthy();
  expect(box().checked).toBe(true);
});

test('says why Touch ID cannot be had with a passphrase', async () => {
  const vault = { kind: 'unlocked', holder: 'passphrase' } as const;
  await settings({ touchId: { canAsk: true, isOn: true }, vault });
  const box = screen.getByRole<HTMLInputElement>('switch', { name: 'Unlock with Touch ID' });
  expect([box.disabled, box.checked]).toEqual([true, false]);
  expect(screen.getByText(/^Not with a passphrase/)).toBeTruthy();
});

test('is silent about Touch ID where there is none', async () => {
  await settings();
  expect(document.body.textContent).not.toContain('Touch ID');
});
