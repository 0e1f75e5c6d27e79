import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

const right = 'correct horse battery staple';

test('shows nothing of the keys while Keyfob is locked, and everything once it is unlocked', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey({ name: 'CI key' })] });
  expect(await screen.findByText('CI key')).toBeTruthy();
  await bridge.invoke('vault.lock', {});
  expect(await screen.findByRole('heading', { name: 'Keyfob is locked' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('CI key');
  expect(screen.queryByRole('navigation')).toBeNull();
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText('CI key')).toBeTruthy();
});

test('asks for the passphrase, says that it is wrong, and keeps what was typed', async () => {
  const { user } = await renderApp({ vault: { kind: 'locked', holder: 'passphrase', reason: 'start' } });
  const field = await screen.findByLabelText('Passphrase');
  expect(field.getAttribute('type')).toBe('password');
  await user.type(field, 'not this one{Enter}');
  expect(await screen.findByText('This is not the passphrase.')).toBeTruthy();
  await user.clear(field);
  await user.type(field, `${right}{Enter}`);
  await waitFor(() => {
    expect(screen.queryByRole('heading', { name: 'Keyfob is locked' })).toBeNull();
  });
});

test('a passphrase is taken once it was typed twice the same, and is long enough', async () => {
  const { user, bridge } = await renderApp({ initialScreen: 'settings' });
  await user.click(await screen.findByRole('button', { name: 'Use a passphrase…' }));
  await user.type(screen.getByLabelText('Passphrase'), 'short');
  await user.click(screen.getByRole('button', { name: 'Use it' }));
  expect(screen.getByText(/Use at least 12 characters/)).toBeTruthy();
  await user.type(screen.getByLabelText('Passphrase'), ' but longer now');
  await user.type(screen.getByLabelText('Repeat it'), 'another');
  await user.click(screen.getByRole('button', { name: 'Use it' }));
  expect(screen.getByText('This is not the same passphrase.')).toBeTruthy();
  expect(bridge.state.vault).toEqual({ kind: 'unlocked', holder: 'keychain' });
  await user.clear(screen.getByLabelText('Repeat it'));
  await user.type(screen.getByLabelText('Repeat it'), 'short but longer now');
  await user.click(screen.getByRole('button', { name: 'Use it' }));
  await waitFor(() => {
    expect(bridge.state.vault).toEqual({ kind: 'unlocked', holder: 'passphrase' });
  });
  expect(bridge.state.passphrase).toBe('short but longer now');
});

test('offers a recovery kit once, and not again after the answer', async () => {
  const { user, bridge } = await renderApp({ preferences: { isRecoveryKitOffered: false } });
  await user.click(await screen.findByRole('button', { name: 'Not now' }));
  await waitFor(() => {
    expect(screen.queryByText('Save a recovery kit')).toBeNull();
  });
  expect(bridge.state.preferences.isRecoveryKitOffered).toBe(true);
});

test('says where the master key is after a kit was opened', async () => {
  const message = 'The master key is not in your keychain';
  const { user } = await renderApp({
    vault: { kind: 'unreadable', reason: 'master-key-absent', message, remedy: '' },
  });
  await user.click(await screen.findByRole('button', { name: 'Open a recovery kit…' }));
  await user.type(screen.getByLabelText('Passphrase of the kit'), right);
  await user.click(screen.getByRole('button', { name: 'Choose the file…' }));
  expect(await screen.findByText('The master key is back in your keychain.')).toBeTruthy();
});

const lockedAtStart = { kind: 'locked', holder: 'keychain', reason: 'start' } as const;
const withTouchId = { touchId: { canAsk: true, isOn: true } };

test('asks for Touch ID by itself at the start, and stays locked when it is cancelled', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const { user, bridge } = await renderApp({
    ...{ ...withTouchId, answersTouchId: false, vault: lockedAtStart },
    keys: [anApiKey({ name: 'CI key' })],
  });
  expect(await screen.findByText(/Touch ID did not confirm that it is you/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Keyfob is locked' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open a recovery kit…' })).toBeTruthy();
  bridge.state.answersTouchId = true;
  await user.click(screen.getByRole('button', { name: 'Unlock with Touch ID' }));
  expect(await screen.findByText('CI key')).toBeTruthy();
});

test('asks whoever locked Keyfob only when they come back to its window, and once', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const { user, bridge } = await renderApp({ ...withTouchId, answersTouchId: false });
  await bridge.invoke('vault.lock', {});
  const button = await screen.findByRole('button', { name: 'Unlock with Touch ID' });
  expect(screen.queryByText(/Touch ID did not confirm/)).toBeNull();
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(await screen.findByText(/Touch ID did not confirm/)).toBeTruthy();
  bridge.state.answersTouchId = true;
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(screen.getByRole('heading', { name: 'Keyfob is locked' })).toBeTruthy();
  await user.click(button);
  await waitFor(() => {
    expect(screen.queryByRole('heading', { name: 'Keyfob is locked' })).toBeNull();
  });
});

test('does not speak of Touch ID where a passphrase opens the keys', async () => {
  await renderApp({ ...withTouchId, vault: { ...lockedAtStart, holder: 'passphrase' } });
  expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('Touch ID');
});
