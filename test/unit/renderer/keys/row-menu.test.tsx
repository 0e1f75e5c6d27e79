import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AccessKey } from '../../../../shared/domain/access-key.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/expiry.ts';
import { POSTMAN_SERVICE_ID } from '../../../../shared/domain/service.ts';
import { anApiKey } from '../../../support/builders.ts';
import { act, renderApp } from '../../../support/render-app.tsx';
import { holds } from '../../../support/holds.ts';

const inputOf = (calls: readonly { command: string; input: unknown }[], command: string) =>
  calls.findLast((call) => call.command === command)?.input;

test('offers what can be done with a key, by its fixed names', async () => {
  const { user } = await renderApp({ keys: [anApiKey()] });
  await user.click(screen.getByRole('button', { name: 'More actions for CI key' }));
  const names = (await screen.findAllByRole('menuitem')).map(
    (item) => item.querySelector('[slot="label"]')?.textContent,
  );
  expect(names).toEqual([
    'Copy',
    'Use in a request',
    'Use it elsewhere',
    'Activity',
    'Verify now',
    'Details',
    'Regenerate',
    'This key was exposed…',
    'Rename',
    'Set expiration',
    'Make default',
    'Turn on read-only guard',
    'Disable',
    'Delete',
  ]);
});

test('copies, and says when it leaves the clipboard', async () => {
  const { user } = await renderApp({ keys: [anApiKey()], preferences: { clipboardClearSeconds: 60 } });
  await act(user, 'CI key', 'Copy');
  expect(
    (await screen.findAllByText('Copied. It leaves the clipboard in 60 seconds.')).length,
  ).toBeGreaterThan(0);
});

test('says why a key was not copied and what to do next', async () => {
  const { user } = await renderApp({
    keys: [anApiKey({ expiresAt: Date.now() - DAY_MS, hasExpired: true })],
  });
  await act(user, 'CI key', 'Copy');
  const { message, remedy } = appError('key-expired');
  expect((await screen.findByText(`${message} ${remedy}`)).getAttribute('role')).toBe('alert');
});

test('renames, and keeps the dialog with the reason when the name is taken', async () => {
  const { user, bridge } = await renderApp({
    keys: [anApiKey({ id: 'a', name: 'First' }), anApiKey({ id: 'b', name: 'Second', isDefault: false })],
  });
  await act(user, 'First', 'Rename');
  const field = await screen.findByLabelText<HTMLInputElement>('Name');
  await user.clear(field);
  await user.type(field, 'Second{Enter}');
  expect(await screen.findByText(/already exists/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Third{Enter}');
  expect(await screen.findByRole('button', { name: 'More actions for Third' })).toBeTruthy();
  expect(bridge.state.keys.map(({ name }) => name)).toEqual(['Third', 'Second']);
});

test('regenerates with the grace that was chosen, then shows the new value', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Regenerate');
  const dialog = await screen.findByRole('dialog', { name: /^Regenerate/ });
  await user.click(within(dialog).getByText('In 1 hour', { exact: true }));
  await user.click(within(dialog).getByRole('button', { name: 'Regenerate' }));
  expect(await screen.findByRole('dialog', { name: 'Copy your API key' })).toBeTruthy();
  expect(inputOf(bridge.calls, 'keys.regenerate')).toEqual({ id: 'key-1', grace: '1h' });
  expect(screen.getByText('Old …wxyz ends in 1 hour')).toBeTruthy();
});

test('regenerates with a grace of one’s own, and refuses one of more than 30 days', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Regenerate');
  const dialog = await screen.findByRole('dialog', { name: /^Regenerate/ });
  await user.click(within(dialog).getByText('After another time'));
  const field = within(dialog).getByLabelText<HTMLInputElement>('For how long');
  await user.clear(field);
  await user.type(field, '31');
  expect(within(dialog).getByText('A whole number of days, from 1 to 30')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Regenerate' }));
  expect(inputOf(bridge.calls, 'keys.regenerate')).toBeUndefined();
  await user.clear(field);
  await user.type(field, '30');
  await user.click(within(dialog).getByRole('button', { name: 'Regenerate' }));
  expect(await screen.findByRole('dialog', { name: 'Copy your API key' })).toBeTruthy();
  expect(inputOf(bridge.calls, 'keys.regenerate')).toEqual({
    id: 'key-1',
    grace: { kind: 'days', days: 30 },
  });
});

test('guides through regenerating a key that Keyfob did not issue, and keeps the old one until it is gone', async () => {
  const { user, bridge } = await renderApp({
    keys: [anApiKey({ name: 'Mine', serviceId: POSTMAN_SERVICE_ID, isIssuedHere: false })],
  });
  await act(user, 'Mine', 'Regenerate');
  const dialog = await screen.findByRole('dialog', { name: /^Regenerate/ });
  await user.click(within(dialog).getByRole('button', { name: /Open Postman’s/ }));
  expect(bridge.state.openedUrls).toHaveLength(1);
  bridge.state.clipboard = 'another-key-from-there-4321';
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  await within(dialog).findByRole('button', { name: 'Paste another' });
  await user.click(within(dialog).getByRole('button', { name: 'Use the new key' }));
  expect(await screen.findByText('Old …wxyz is kept')).toBeTruthy();
  expect(document.body.innerHTML).not.toContain('another-key-from-there');
  await act(user, 'Mine', 'Forget old key');
  await waitFor(() => {
    expect(screen.queryByText('Old …wxyz is kept')).toBeNull();
  });
});

test('ends a grace that runs, and offers that no longer', async () => {
  const inGrace = { graceEndsAt: Date.now() + 5 * HOUR_MS - 60_000, previousMask: 'kfak_••••••••abcd' };
  const { user } = await renderApp({ keys: [anApiKey(inGrace)] });
  expect(screen.getByText('Old …abcd ends in 5 hours')).toBeTruthy();
  await act(user, 'CI key', 'End grace now');
  await waitFor(() => {
    expect(screen.queryByText(/^Old …abcd/)).toBeNull();
  });
  await user.click(screen.getByRole('button', { name: 'More actions for CI key' }));
  await screen.findByRole('menuitem', { name: 'Regenerate' });
  expect(screen.queryByRole('menuitem', { name: 'End grace now' })).toBeNull();
});

test('shows where an exposed key went, and then its new value', async () => {
  const lastUsed = { at: Date.now() - DAY_MS, origin: 'https://api.example.com' };
  const { user, bridge } = await renderApp({ keys: [anApiKey({ lastUsed })] });
  await act(user, 'CI key', 'This key was exposed…');
  const dialog = await screen.findByRole('dialog', { name: '“CI key” was exposed' });
  expect(await within(dialog).findByText('Sent to https://api.example.com')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Replace it now' }));
  expect(await screen.findByRole('dialog', { name: 'Copy your API key' })).toBeTruthy();
  expect(inputOf(bridge.calls, 'keys.regenerateExposed')).toEqual({ id: 'key-1' });
});

test('sets an expiration, and says the date that it comes to', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Set expiration');
  const dialog = await screen.findByRole('dialog', { name: /^Set expiration/ });
  await user.click(within(dialog).getByRole('button', { name: /Expires/ }));
  await user.click(await screen.findByRole('option', { name: '7 days' }));
  expect(within(dialog).getByText(/^Works until .*\d{4}/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Set expiration' }));
  expect(await screen.findByText('in 7 days')).toBeTruthy();
  expect(inputOf(bridge.calls, 'keys.setExpiration')).toEqual({
    id: 'key-1',
    expiry: { kind: 'after-days', days: 7 },
  });
});

test('disables and enables again; the status says which', async () => {
  const { user } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Disable');
  expect(await screen.findByText('Disabled')).toBeTruthy();
  await act(user, 'CI key', 'Enable');
  expect(await screen.findByText('Active')).toBeTruthy();
});

test('makes another key the default, and cannot do it twice', async () => {
  const { user, bridge } = await renderApp({
    keys: [anApiKey({ id: 'a', name: 'First' }), anApiKey({ id: 'b', name: 'Second', isDefault: false })],
  });
  await act(user, 'Second', 'Make default');
  await waitFor(() => {
    expect(bridge.state.keys.map(({ isDefault }) => isDefault)).toEqual([false, true]);
  });
  await user.click(await screen.findByRole('button', { name: 'More actions for Second' }));
  expect((await screen.findByRole('menuitem', { name: 'Make default' })).getAttribute('aria-disabled')).toBe(
    'true',
  );
});

test('guards a key against writing methods', async () => {
  const { user } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Turn on read-only guard');
  expect(await screen.findByRole('img', { name: /^Read-only/ })).toBeTruthy();
});

test('deletes only after a confirmation that names the key and the consequence', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Delete');
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete “CI key”?' });
  expect(dialog.textContent).toContain('The Local API refuses it');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(bridge.state.keys).toHaveLength(1);
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  await act(user, 'CI key', 'Delete');
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Generate your first API key')).toBeTruthy();
});

const anAccessKey = (id: string, collectionName: string): AccessKey => ({
  ...{ id, serviceId: 'local', mask: 'kfat_••••••••wxyz', collectionUid: `1-${id}`, collectionName },
  ...{ creatorName: 'Ada', isOwn: true, createdAt: 1, lastUsedAt: null, expiresAt: 2, status: 'active' },
});

test.each([
  ['Delete', 'Delete', 'keys.delete'],
  ['This key was exposed…', 'Replace it now', 'keys.regenerateExposed'],
])('%s offers to delete the access keys that were made with the key', async (item, button, command) => {
  const { user, bridge } = await renderApp({ keys: [anApiKey()] });
  const made = [anAccessKey('a', 'Weather'), anAccessKey('b', 'Billing')];
  bridge.state.madeAccessKeys.set('key-1', made);
  for (const chosen of [false, true]) {
    await act(user, 'CI key', item);
    const box = await screen.findByRole('checkbox', {
      name: 'Also delete the 2 access keys that were made with it',
    });
    expect(screen.getByText(/they work on without it: Weather and Billing/)).toBeTruthy();
    if (!chosen) {
      await user.click(box);
      bridge.failNext(command as 'keys.delete', appError('ledger-write-failed'));
    }
    await user.click(screen.getByRole('button', { name: button }));
    if (chosen) continue;
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(bridge.state.madeAccessKeys.has('key-1')).toBe(true);
  }
  await waitFor(() => {
    expect(bridge.state.madeAccessKeys.has('key-1')).toBe(false);
  });
});

test('a pasted key that replaces an exposed one offers the same', async () => {
  const { user, bridge } = await renderApp({ keys: [anApiKey({ isIssuedHere: false })] });
  bridge.state.madeAccessKeys.set('key-1', [anAccessKey('a', 'Weather')]);
  bridge.state.clipboard = 'a-new-key-that-was-pasted';
  await act(user, 'CI key', 'This key was exposed…');
  const dialog = await screen.findByRole('dialog', { name: '“CI key” was exposed' });
  expect(await within(dialog).findByRole('checkbox', { name: /^Also delete the access key/ })).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  await user.click(within(dialog).getByRole('button', { name: 'Use the new key' }));
  await waitFor(() => {
    expect(bridge.state.madeAccessKeys.has('key-1')).toBe(false);
  });
});

test('says that deleting a Postman key here does not revoke it there', async () => {
  const { user } = await renderApp({
    keys: [anApiKey({ name: 'Mine', serviceId: POSTMAN_SERVICE_ID, isIssuedHere: false })],
  });
  await act(user, 'Mine', 'Delete');
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('does not revoke it at Postman');
});

test('takes a key along to a new request', async () => {
  const { user } = await renderApp({ keys: [anApiKey()] });
  await act(user, 'CI key', 'Use in a request');
  expect((await screen.findByRole('link', { name: 'Requests' })).getAttribute('aria-current')).toBe('page');
});

test('shows hostile and foreign names as text', holds('confinement.markup'), async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  await renderApp({
    keys: [anApiKey({ name: hostile }), anApiKey({ id: 'b', name: 'مفتاح', isDefault: false })],
  });
  expect(screen.getByText(hostile)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
  expect(screen.getByText('مفتاح').getAttribute('dir')).toBe('auto');
});
