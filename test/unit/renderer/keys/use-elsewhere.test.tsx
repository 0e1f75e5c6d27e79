import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { act, renderApp } from '../../../support/render-app.tsx';

async function openDialog() {
  const app = await renderApp({ keys: [anApiKey()] });
  await act(app.user, 'CI key', 'Use it elsewhere');
  return { ...app, dialog: await screen.findByRole('dialog', { name: 'Use “CI key” elsewhere' }) };
}

test('copies a snippet that names the variable, never the key', async () => {
  const { user, bridge, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: 'Copy: curl' }));
  expect(bridge.state.clipboard).toBe(`curl -H "X-API-Key: $KEYFOB_KEY" 'http://127.0.0.1:5362/me'`);
  for (const title of ['Postman CLI', 'Postman’s MCP server', 'newman with an access key']) {
    expect(within(dialog).getByRole('button', { name: `Copy: ${title}` })).toBeTruthy();
  }
});

test('copies the key by itself, for the place where the shell asks for it', async () => {
  const { user, bridge, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('button', { name: 'Copy key' }));
  const copied = bridge.calls.filter(({ command }) => command === 'keys.copy');
  expect(copied).toMatchObject([{ input: { id: anApiKey().id } }]);
});

test('shows the same for PowerShell', async () => {
  const { user, dialog } = await openDialog();
  await user.click(within(dialog).getByRole('radio', { name: 'PowerShell' }));
  expect(within(dialog).getByRole('group', { name: 'Text: Invoke-RestMethod' }).textContent).toContain(
    '$env:KEYFOB_KEY',
  );
});

test('says why a text was not copied', async () => {
  const { user, bridge, dialog } = await openDialog();
  bridge.failNext('clipboard.copyText', appError('clipboard-failed'));
  await user.click(within(dialog).getByRole('button', { name: 'Copy: curl' }));
  expect((await screen.findAllByText(/the clipboard refused it/)).length).toBeGreaterThan(0);
});
