import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import { anApiKey, aService } from '../../../support/builders.ts';
import { act, renderApp } from '../../../support/render-app.tsx';
import { seriousFindings } from '../../../support/serious-findings.ts';

const keys = [
  anApiKey({
    isReadOnly: true,
    graceEndsAt: Date.now() + DAY_MS,
    lastUsed: { at: 1, origin: 'https://a.example' },
  }),
  anApiKey({ id: 'b', name: 'Other', isDefault: false, expiresAt: Date.now() + DAY_MS }),
];
const full = { keys, services: [aService()] };

beforeEach(() => {
  // What index.html says; jsdom starts from an empty document.
  document.documentElement.lang = 'en';
  document.title = 'Keyfob';
});

test('the empty page has no serious finding', async () => {
  await renderApp();
  expect(await seriousFindings()).toEqual([]);
});

test('the full page has no serious finding', async () => {
  await renderApp(full);
  expect(await seriousFindings()).toEqual([]);
});

test('the settings have no serious finding', async () => {
  await renderApp({ ...full, initialScreen: 'settings' });
  expect(await seriousFindings()).toEqual([]);
});

test.each([
  ['Regenerate', 'dialog'],
  ['Rename', 'dialog'],
  ['Set expiration', 'dialog'],
  ['Delete', 'alertdialog'],
])('the %s dialog has no serious finding', async (action, role) => {
  const { user } = await renderApp(full);
  await act(user, 'CI key', action);
  await screen.findByRole(role);
  expect(await seriousFindings()).toEqual([]);
});

test.each(['Generate API Key', 'Add existing key', 'API key settings', 'Add service'])(
  'the dialog behind the button %s has no serious finding',
  async (name) => {
    const { user } = await renderApp(full);
    await user.click(screen.getByRole('button', { name }));
    await screen.findByRole('dialog');
    expect(await seriousFindings()).toEqual([]);
  },
);

test('an open row menu has no serious finding', async () => {
  const { user } = await renderApp(full);
  await user.click(screen.getByRole('button', { name: 'More actions for CI key' }));
  await screen.findByRole('menu');
  expect(await seriousFindings()).toEqual([]);
});

test('the command palette has no serious finding', async () => {
  const { user } = await renderApp(full);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Search Keyfob' });
  expect(await seriousFindings()).toEqual([]);
});
