import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { builtInCollection } from '../../../../electron/postman/built-in-collection.ts';
import { savedOf, draftOf } from '../../../support/fake-collection-files.ts';
import { renderScreen, type RenderedScreen } from './render-screen.tsx';

const url = () => screen.findByLabelText<HTMLInputElement>('URL');
const tabs = () => within(screen.getByRole('tablist', { name: 'Open requests' }));
const tabNames = () =>
  tabs()
    .getAllByRole('tab')
    .map((tab) => tab.textContent);

const ORDERS = { kind: 'request', id: 'orders', name: 'Orders', method: 'GET' } as const;

function shop(): Collection {
  return {
    ...{
      id: 'file:Shop.json',
      name: 'Shop',
      isBuiltIn: false,
      isSample: false,
      serviceId: null,
      fileName: 'Shop.json',
    },
    ...{ description: '', variables: [], auth: { kind: 'inherit' as const } },
    items: [{ kind: 'folder', id: 'admin', name: 'Admin', description: '', items: [] }, ORDERS],
  };
}

async function openOrders(): Promise<RenderedScreen> {
  const rendered = renderScreen('requests', { collections: [builtInCollection('local'), shop()] });
  await rendered.user.click(await screen.findByText('Orders'));
  await waitFor(async () => {
    expect((await url()).value).toBe('https://api.test/Orders');
  });
  return rendered;
}

const calls = ({ bridge }: RenderedScreen, command: string) =>
  bridge.calls.filter((call) => call.command === command).map(({ input }) => input);

describe('saving a request', () => {
  it('writes it to its file with Ctrl+S, and it is no longer marked', async () => {
    const rendered = await openOrders();
    await rendered.fill(await url(), 'https://api.test/orders?all');
    expect(await tabs().findByRole('tab', { name: 'GET Orders, edited' })).toBeTruthy();

    await rendered.user.keyboard('{Control>}s{/Control}');

    expect(await tabs().findByRole('tab', { name: 'GET Orders' })).toBeTruthy();
    expect(calls(rendered, 'collections.saveRequest')).toMatchObject([{ itemId: 'orders', revision: 'r1' }]);
  });

  it('asks where to, and makes the collection and the folder on the spot', async () => {
    const { user, fill, bridge } = renderScreen('requests');
    await fill(await url(), 'https://api.test/new');
    await user.keyboard('{Control>}s{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Save request' }));
    await fill(dialog.getByLabelText('Name'), 'New one');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Give the collection a name.')).toBeTruthy();

    await fill(dialog.getByLabelText('Name of the new collection'), 'Mine');
    await user.click(dialog.getByRole('button', { name: /Folder/ }));
    await user.click(await screen.findByRole('option', { name: 'New folder…' }));
    await fill(dialog.getByLabelText('Name of the new folder'), 'First');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    expect(await tabs().findByRole('tab', { name: /New one$/ })).toBeTruthy();
    expect(bridge.state.collections.find(({ name }) => name === 'Mine')?.items).toMatchObject([
      { kind: 'folder', name: 'First', items: [{ name: 'New one' }] },
    ]);
  });

  it('asks before a typed secret is written, and seals it as a variable', async () => {
    const rendered = await openOrders();
    const { user, fill } = rendered;
    const save = async () => {
      await user.keyboard('{Control>}s{/Control}');
      return within(await screen.findByRole('alertdialog', { name: 'Save a secret to the file?' }));
    };
    await user.click(screen.getByRole('tab', { name: /^Headers/ }));
    await fill(await screen.findByLabelText('Name of new header'), 'Authorization');
    await fill(screen.getByLabelText('Value of header 1'), 'Bearer typed-by-hand');

    await user.click((await save()).getByRole('button', { name: 'Cancel' }));
    expect(calls(rendered, 'collections.saveRequest')).toEqual([]);
    const dialog = await save();
    expect(dialog.getByText(/the header Authorization/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Keep as a secret variable' }));

    await waitFor(() => {
      expect(calls(rendered, 'collections.saveRequest')).toMatchObject([
        { draft: { headers: [{ name: 'Authorization', value: 'Bearer {{token}}' }] } },
      ]);
    });
    expect(calls(rendered, 'environments.setSecret')).toMatchObject([
      { name: 'token', secret: 'typed-by-hand', origins: ['https://api.test'] },
    ]);
    expect(calls(rendered, 'environments.setActive')).toHaveLength(1);
  });

  it('writes a typed secret when the person says so, and does not ask about it again', async () => {
    const rendered = await openOrders();
    const { user, fill } = rendered;
    await fill(await url(), 'https://api.test/orders?api_key=typed-by-hand');

    await user.keyboard('{Control>}s{/Control}');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Save a secret to the file?' }));
    expect(dialog.queryByRole('button', { name: /secret variable/ })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Save as plain text' }));
    expect(await tabs().findByRole('tab', { name: 'GET Orders' })).toBeTruthy();

    await fill(await url(), 'https://api.test/others?api_key=typed-by-hand');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => {
      expect(calls(rendered, 'collections.saveRequest')).toHaveLength(2);
    });
  });

  it('asks about a secret in the text of a body, and puts the template into the text', async () => {
    const rendered = await openOrders();
    const { user, fill } = rendered;
    await user.click(screen.getByRole('tab', { name: /^Body/ }));
    await user.click(await screen.findByRole('radio', { name: 'JSON' }));
    await fill(await screen.findByLabelText('Request body'), '{"user":"ada","password":"typed-by-hand"}');
    await user.keyboard('{Control>}s{/Control}');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Save a secret to the file?' }));
    expect(dialog.getByText(/the field password of the body/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Keep as a secret variable' }));

    await waitFor(() => {
      expect(calls(rendered, 'collections.saveRequest')).toMatchObject([
        { draft: { body: { kind: 'json', text: '{"user":"ada","password":"{{password}}"}' } } },
      ]);
    });
  });

  it('makes a copy of one that is a part of Keyfob', async () => {
    const rendered = renderScreen('requests', { collections: [builtInCollection('local'), shop()] });
    await rendered.user.click(await screen.findByText('Get the authenticated user'));
    await rendered.user.click(await screen.findByRole('button', { name: 'Save a copy' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Save request' }));
    expect(dialog.getByText(/stays as it is/)).toBeTruthy();
    await rendered.user.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(calls(rendered, 'collections.addRequest')).toMatchObject([{ collectionId: 'file:Shop.json' }]);
    });
    expect(await screen.findByRole('heading', { level: 2, name: /Shop \/ ?Get the/ })).toBeTruthy();
  });

  it('never writes over what another program wrote: a copy is kept, or the file’s is loaded', async () => {
    const rendered = await openOrders();
    const { user, fill, bridge } = rendered;
    await fill(await url(), 'https://api.test/mine');
    const theirs = { ...draftOf(ORDERS), url: 'https://api.test/theirs' };
    bridge.state.savedRequests.set('file:Shop.json/orders', savedOf(theirs, savedOf(draftOf(ORDERS))));
    bridge.publish('collections.changed', {});

    await user.click(await screen.findByRole('button', { name: 'Choose…' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: /changed in its file/ }));
    expect(await dialog.findByText('Yours and the file’s differ in: URL.')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Keep mine as a copy' }));

    expect(await tabs().findByRole('tab', { name: /Orders copy$/ })).toBeTruthy();
    expect(bridge.state.savedRequests.get('file:Shop.json/orders')?.draft.url).toBe(
      'https://api.test/theirs',
    );
    expect((await url()).value).toBe('https://api.test/mine');
  });

  it('follows its file while nothing is typed, and takes over a new name beside what is typed', async () => {
    const { fill, bridge } = await openOrders();
    const first = savedOf(draftOf(ORDERS));
    const theirs = savedOf({ ...draftOf(ORDERS), url: 'https://api.test/theirs' }, first);
    bridge.state.savedRequests.set('file:Shop.json/orders', theirs);
    bridge.publish('collections.changed', {});
    await waitFor(async () => {
      expect((await url()).value).toBe('https://api.test/theirs');
    });

    await fill(await url(), 'https://api.test/typed');
    await bridge.invoke('collections.renameItem', {
      ...{ collectionId: 'file:Shop.json', itemId: 'orders', name: 'All orders' },
    });
    expect(await tabs().findByRole('tab', { name: 'GET All orders, edited' })).toBeTruthy();
    expect((await url()).value).toBe('https://api.test/typed');
    expect(screen.queryByRole('button', { name: 'Choose…' })).toBeNull();
  });
});

describe('closing a request', () => {
  it('asks when it is not saved; what was closed comes back with Ctrl+Shift+T', async () => {
    const { user, fill } = await openOrders();
    await fill(await url(), 'https://api.test/typed');
    await user.keyboard('{Control>}w{/Control}');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Save changes to “Orders”?' }));
    await user.click(dialog.getByRole('button', { name: 'Don’t save' }));
    await waitFor(() => {
      expect(tabNames()).toEqual(['GET New request']);
    });

    await user.keyboard('{Control>}{Shift>}t{/Shift}{/Control}');
    expect((await url()).value).toBe('https://api.test/typed');
  });

  it('saves first where that is chosen', async () => {
    const rendered = await openOrders();
    await rendered.fill(await url(), 'https://api.test/typed');
    await rendered.user.pointer({
      keys: '[MouseMiddle]',
      target: tabs().getByRole('tab', { name: /Orders/ }),
    });
    const dialog = within(await screen.findByRole('alertdialog'));
    await rendered.user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(tabNames()).toEqual(['GET New request']);
    });
    expect(calls(rendered, 'collections.saveRequest')).toHaveLength(1);
  });

  it('goes through the tabs with Ctrl+Tab', async () => {
    const { user, fill } = await openOrders();
    await fill(await url(), 'https://api.test/typed');
    await user.click(screen.getByRole('button', { name: 'New request' }));
    expect((await url()).value).toBe('');
    await user.keyboard('{Control>}{Shift>}{Tab}{/Shift}{/Control}');
    expect((await url()).value).toBe('https://api.test/typed');
    await user.keyboard('{Control>}{Tab}{/Control}');
    expect((await url()).value).toBe('');
  });
});
