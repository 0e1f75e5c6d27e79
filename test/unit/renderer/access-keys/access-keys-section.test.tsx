import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AccessKey } from '../../../../shared/domain/access-key.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID, POSTMAN_SERVICE_ID } from '../../../../shared/domain/service.ts';
import { daysLeft } from '../../../../renderer/features/access-keys/days-left.ts';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

function anAccessKey(key: Partial<AccessKey> = {}): AccessKey {
  const now = Date.now();
  return {
    id: 'access-1',
    serviceId: LOCAL_SERVICE_ID,
    mask: 'kfat_••••••••7Qx2',
    collectionUid: '12345678-a',
    collectionName: 'Payments',
    creatorName: 'Ada Lovelace',
    isOwn: true,
    createdAt: now - DAY_MS,
    lastUsedAt: null,
    expiresAt: now + 59 * DAY_MS - 1_000,
    status: 'active',
    ...key,
  };
}

const table = () => screen.findByRole('grid', { name: 'Collection access keys' });

async function rowOf(text: string): Promise<HTMLElement> {
  const cell = await within(await table()).findByText(text);
  const row = cell.closest<HTMLElement>('[role="row"]');
  if (row === null) throw new Error(`${text} stands in no row`);
  return row;
}

test('shares a collection: the URL is shown once, copied in the main process, and dropped at close', async () => {
  const { user, bridge, queryClient } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Share a collection' }));
  const dialog = await screen.findByRole('dialog', { name: 'Share a collection' });
  await user.click(await within(dialog).findByRole('button', { name: /Collection/ }));
  await user.click(await screen.findByRole('option', { name: 'Refunds' }));
  await user.click(within(dialog).getByRole('button', { name: 'Share' }));

  const shown = await screen.findByRole('dialog', { name: 'Copy your access URL' });
  const url = within(shown).getByLabelText<HTMLInputElement>('Access URL');
  await waitFor(() => {
    expect(url.value).toMatch(/^http:\/\/127\.0\.0\.1:5362\/collections\/12345678-b\?access_key=kfat_/);
  });
  expect(within(shown).getByText(/Do not paste it in public/)).toBeTruthy();
  const { value } = within(shown).getByLabelText<HTMLInputElement>('Access key');
  expect(url.value.endsWith(value)).toBe(true);

  await user.click(within(shown).getByRole('button', { name: 'Copy URL' }));
  expect(await screen.findByText('Copied the access URL.')).toBeTruthy();
  await user.click(within(shown).getByRole('button', { name: 'Close' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(bridge.state.secrets.size).toBe(0);
  expect(document.documentElement.outerHTML).not.toContain(value);
  expect(
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map((query) => query.state),
    ),
  ).not.toContain(value);
  expect(await rowOf('Refunds')).toBeTruthy();
});

test('gives the focus to the list of collections, and leaves it where the person moved it meanwhile', async () => {
  const { user, bridge } = await renderApp();
  const list = (dialog: HTMLElement) => within(dialog).findByRole('button', { name: /Collection/ });
  const open = async () => {
    const release = bridge.hold('accessKeys.listCollections');
    await user.click(screen.getByRole('button', { name: 'Share a collection' }));
    return { release, dialog: await screen.findByRole('dialog', { name: 'Share a collection' }) };
  };
  const moved = await open();
  const cancel = within(moved.dialog).getByRole('button', { name: 'Cancel' });
  cancel.focus();
  moved.release();
  await list(moved.dialog);
  expect(document.activeElement).toBe(cancel);
  await user.click(cancel);

  const waited = await open();
  waited.release();
  expect(document.activeElement).toBe(await list(waited.dialog));
});

test('deletes a key after asking, and names whose URLs end', async () => {
  const { user, bridge } = await renderApp({
    accessKeys: [anAccessKey(), anAccessKey({ id: 'access-2', collectionName: 'Refunds' })],
  });
  await user.click(within(await rowOf('Refunds')).getByRole('button', { name: 'Delete' }));
  const asked = await screen.findByRole('alertdialog', { name: 'Delete the access key to “Refunds”?' });
  await user.click(within(asked).getByRole('button', { name: 'Cancel' }));
  expect(bridge.state.accessKeys).toHaveLength(2);
  await user.click(within(await rowOf('Refunds')).getByRole('button', { name: 'Delete' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => {
    expect(bridge.state.accessKeys.map(({ id }) => id)).toEqual(['access-1']);
  });
});

test('says how many of the sixty days are left, and what is unknown', async () => {
  await renderApp({
    accessKeys: [
      anAccessKey(),
      anAccessKey({ id: '2', collectionName: 'Soon', expiresAt: Date.now() + DAY_MS - 1_000 }),
      anAccessKey({ id: '3', collectionName: 'Old', status: 'inactive', expiresAt: Date.now() - DAY_MS }),
      anAccessKey({
        id: '4',
        collectionName: null,
        creatorName: null,
        isOwn: null,
        expiresAt: null,
        status: 'other',
      }),
    ],
  });
  expect((await rowOf('Payments')).textContent).toMatch(/59 days left.*Active/);
  expect((await rowOf('Soon')).textContent).toMatch(/1 day left.*Expiring/);
  expect((await rowOf('Old')).textContent).toMatch(/Ended.*Inactive/);
  expect((await rowOf('Unknown collection')).textContent).toContain('Unknown');
});

test('prompts to share when nothing is shared', async () => {
  await renderApp();
  expect(await screen.findByText(/^No collection is shared/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Share a collection' })).toBeTruthy();
  expect(screen.queryByRole('grid', { name: 'Collection access keys' })).toBeNull();
});

test('asks Postman when its keys are wanted, shows how far it is, and can be given up', async () => {
  const { user, bridge } = await renderApp({
    keys: [anApiKey({ serviceId: POSTMAN_SERVICE_ID })],
    accessKeys: [anAccessKey({ serviceId: POSTMAN_SERVICE_ID, collectionName: 'At Postman' })],
  });
  expect(bridge.calls.some(({ command }) => command === 'accessKeys.load')).toBe(false);
  const release = bridge.hold('accessKeys.load');
  await user.click(await screen.findByRole('button', { name: /Service of the access keys/ }));
  await user.click(await screen.findByRole('option', { name: 'Postman API' }));
  expect(await screen.findByText('Asking Postman API…')).toBeTruthy();
  bridge.publish('accessKeys.progressed', {
    serviceId: POSTMAN_SERVICE_ID,
    phase: 'keys',
    count: 23,
    waitingUntil: null,
  });
  expect(await screen.findByText(/23 so far/)).toBeTruthy();
  bridge.publish('accessKeys.progressed', {
    serviceId: POSTMAN_SERVICE_ID,
    phase: 'collections',
    count: 10,
    waitingUntil: Date.now() + 9_000,
  });
  expect(await screen.findByText(/It goes on in \d+ seconds/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(bridge.calls.at(-1)).toEqual({
    command: 'accessKeys.cancelLoad',
    input: { serviceId: POSTMAN_SERVICE_ID },
  });
  release();
  expect(await rowOf('At Postman')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Share a collection' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Refresh' })).toBeTruthy();
});

test('says why Postman could not be asked, and tries again', async () => {
  const { user, bridge } = await renderApp({
    keys: [anApiKey({ serviceId: POSTMAN_SERVICE_ID })],
    accessKeys: [anAccessKey({ serviceId: POSTMAN_SERVICE_ID, collectionName: 'At Postman' })],
  });
  bridge.failNext('accessKeys.load', appError('service-refused-key'));
  await user.click(await screen.findByRole('button', { name: /Service of the access keys/ }));
  await user.click(await screen.findByRole('option', { name: 'Postman API' }));
  expect(await screen.findByText('The service did not accept the key.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('At Postman')).toBeTruthy();
});

test('counts a begun day as a day, and never more than sixty', () => {
  expect(daysLeft(60 * DAY_MS + 29_000, 0)).toBe(60);
  expect([daysLeft(60 * DAY_MS, 0), daysLeft(1, 0), daysLeft(0, 0), daysLeft(0, 5)]).toEqual([60, 1, 0, 0]);
});
