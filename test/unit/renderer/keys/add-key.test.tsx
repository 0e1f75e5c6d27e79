import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError, failed } from '../../../../shared/domain/app-error.ts';
import { renderApp } from '../../../support/render-app.tsx';

/** Not a key, only as long as one; built here so that no scanner takes it for one. */
const PASTED = ['PMAK', 'z'.repeat(59)].join('-');

async function openDialog() {
  const app = await renderApp();
  app.bridge.state.clipboard = PASTED;
  await app.user.click(screen.getByRole('button', { name: 'Add existing key' }));
  return { ...app, dialog: await screen.findByRole('dialog', { name: 'Add existing key' }) };
}

test('keeps a pasted key whose value never comes into the window', async () => {
  const { user, bridge, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  expect(await within(dialog).findByText('64 characters, looks like Postman API')).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Name'), 'Mine');
  await user.click(within(dialog).getByRole('button', { name: 'Verify' }));
  expect(await within(dialog).findByText('Postman API accepts this key')).toBeTruthy();
  expect(within(dialog).getByText('Taylor Lee · taylor-lee')).toBeTruthy();
  expect(within(dialog).getByText('Platform')).toBeTruthy();
  expect(within(dialog).getByText('admin, developer')).toBeTruthy();
  expect(bridge.state.keys).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'More actions for Mine' })).toBeTruthy();
  expect(bridge.state.keys[0]).toMatchObject({ serviceId: 'postman', isIssuedHere: false });
  expect(document.documentElement.outerHTML).not.toContain(PASTED);
  expect(JSON.stringify(bridge.calls)).not.toContain(PASTED);
});

test('begins with a variable of the environment, whose value never comes into the window', async () => {
  const { user, bridge } = await renderApp({ environmentKeys: { POSTMAN_API_KEY: PASTED } });
  await user.click(await screen.findByRole('button', { name: 'Add POSTMAN_API_KEY from the environment' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add existing key' });
  expect(await within(dialog).findByText('64 characters, looks like Postman API')).toBeTruthy();
  expect(within(dialog).getByLabelText<HTMLInputElement>('Name').value).toBe('POSTMAN_API_KEY');
  expect(document.documentElement.outerHTML).not.toContain(PASTED);
  expect(JSON.stringify(bridge.calls)).not.toContain(PASTED);
});

test('takes Ctrl+V for the key where no text field has the focus, and leaves it to a field that has', async () => {
  const { bridge, dialog } = await openDialog();
  const staged = () => bridge.calls.filter(({ command }) => command === 'keys.stagePaste').length;
  fireEvent.paste(within(dialog).getByLabelText('Name'));
  expect(staged()).toBe(0);
  fireEvent.paste(within(dialog).getByRole('button', { name: 'Paste key' }));
  expect(staged()).toBe(1);
  expect(await within(dialog).findByText(/64 characters/)).toBeTruthy();
});

test('says why the clipboard holds no key', async () => {
  const { user, bridge, dialog } = await openDialog();
  bridge.state.clipboard = '';
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  expect(await within(dialog).findByText(appError('clipboard-empty').message)).toBeTruthy();
});

test('asks for the paste again when it is no longer held', async () => {
  const { user, bridge, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  await within(dialog).findByText(/64 characters/);
  bridge.state.staged.clear();
  await user.type(within(dialog).getByLabelText('Name'), 'Mine{Enter}');
  expect(await within(dialog).findByText(appError('staged-paste-gone').message)).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Paste key' })).toBeTruthy();
});

test('saves nothing without a paste, a name and a service', async () => {
  const { user, bridge, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(within(dialog).getByText('Give the key a name')).toBeTruthy();
  expect(within(dialog).getByText('Choose the service it belongs to')).toBeTruthy();
  expect(bridge.calls.some(({ command }) => command === 'keys.addStaged')).toBe(false);
});

test('does not keep a key that its service refuses', async () => {
  const { user, bridge, dialog } = await openDialog();
  bridge.state.verification = failed('service-refused-key');
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  await within(dialog).findByText(/64 characters/);
  await user.type(within(dialog).getByLabelText('Name'), 'Mine{Enter}');
  expect(await within(dialog).findByText(appError('service-refused-key').message)).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'Keep without verifying' })).toBeNull();
  expect(within(dialog).queryByRole('button', { name: 'Save' })).toBeNull();
});

test('keeps a key that could not be verified only by a button of its own', async () => {
  const { user, bridge, dialog } = await openDialog();
  bridge.state.verification = failed('key-not-verified');
  await user.click(within(dialog).getByRole('button', { name: 'Paste key' }));
  await within(dialog).findByText(/64 characters/);
  await user.type(within(dialog).getByLabelText('Name'), 'Mine{Enter}');
  await user.click(await within(dialog).findByRole('button', { name: 'Keep without verifying' }));
  expect(await screen.findByRole('button', { name: 'More actions for Mine' })).toBeTruthy();
  expect(bridge.state.keys[0]?.verification).toBeNull();
});

test('does not offer the Local API, which knows only the keys that it issued', async () => {
  const { user, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: /Service/ }));
  const names = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(names).toEqual(['Postman API', 'Postman API (EU)']);
});
