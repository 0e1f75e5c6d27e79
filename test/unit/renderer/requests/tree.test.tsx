import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { builtInCollection } from '../../../../electron/postman/built-in-collection.ts';
import { requestsIn, type Collection, type CollectionItem } from '../../../../shared/domain/collection.ts';
import { renderScreen, type RenderedScreen } from './render-screen.tsx';

const request = (name: string) => ({ kind: 'request', id: name, name, method: 'GET' }) as const;

function shop(items: readonly CollectionItem[]): Collection {
  return {
    ...{
      id: 'file:Shop.json',
      name: 'Shop',
      isBuiltIn: false,
      isSample: false,
      serviceId: null,
      fileName: 'Shop.json',
    },
    ...{ description: '', variables: [], auth: { kind: 'inherit' as const }, items },
  };
}

const ADMIN = {
  kind: 'folder',
  id: 'admin',
  name: 'Admin',
  description: '',
  items: [request('Users')],
} as const;

function render(
  items: readonly CollectionItem[] = [ADMIN, request('Orders'), request('Carts')],
): RenderedScreen {
  return renderScreen('requests', { collections: [builtInCollection('local'), shop(items)] });
}

const tree = () => within(screen.getByRole('treegrid', { name: 'Collections' }));
const row = (name: string) => screen.findByRole('row', { name });
const own = ({ bridge }: RenderedScreen) => bridge.state.collections.find(({ isBuiltIn }) => !isBuiltIn);
const paths = (rendered: RenderedScreen) =>
  requestsIn(own(rendered)?.items ?? []).map(({ request: { name }, path }) => [...path, name].join('/'));

async function choose({ user }: RenderedScreen, name: string, action: string): Promise<void> {
  await row(name);
  await user.click(screen.getByRole('button', { name: `More actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}

describe('the tree of collections', () => {
  it('makes a collection, a folder in it and a request in that, each named where it stands', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await user.click(await screen.findByRole('button', { name: 'New collection' }));
    await fill(await screen.findByLabelText('Name'), 'Mine');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await choose(rendered, 'Mine', 'New folder');
    await user.keyboard('First{Enter}');
    await choose(rendered, 'First', 'New request');
    await user.keyboard('Sign in{Enter}');

    expect(await row('Sign in')).toBeTruthy();
    await waitFor(() => {
      expect(paths(rendered)).toEqual(['First/Sign in']);
    });
    expect(await screen.findByRole('tab', { name: 'GET Sign in' })).toBeTruthy();
  });

  it('is gone through with the arrows, which open and close', async () => {
    const rendered = render();
    (await row('Shop')).focus();
    await rendered.user.keyboard('{ArrowDown}{ArrowRight}');
    expect(await row('Users')).toBeTruthy();
    await rendered.user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(await row('Users'));
    await rendered.user.keyboard('{Enter}');
    expect(await screen.findByRole('tab', { name: 'GET Users' })).toBeTruthy();
    (await row('Users')).focus();
    await rendered.user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.queryByRole('row', { name: 'Users' })).toBeNull();
    expect(document.activeElement).toBe(await row('Admin'));
  });

  it.each([
    ['ol', 'Old carts'],
    ['old c', 'Old carts'],
    ['oo', 'Old carts'],
    ['o', 'Orders'],
    ['c', 'Carts'],
    ['é', 'Environments'],
  ])('typing “%s” goes to the row %s', async (typed, name) => {
    const rendered = render([ADMIN, request('Orders'), request('Old carts'), request('Carts')]);
    (await row('Shop')).focus();
    await rendered.user.keyboard(typed);
    expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  });

  it('remembers what was opened and closed', async () => {
    const rendered = render();
    await rendered.user.click(await row('Admin'));
    expect(await row('Users')).toBeTruthy();
    await waitFor(() => {
      expect(rendered.bridge.state.preferences.treeRows).toEqual([
        { id: 'file:Shop.json\nadmin', isOpen: true },
      ]);
    });
  });

  it('shows the tree as it was left', async () => {
    const treeRows = [
      { id: 'file:Shop.json\nadmin', isOpen: true },
      { id: 'postman-api', isOpen: false },
    ];
    renderScreen('requests', {
      collections: [builtInCollection('local'), shop([ADMIN])],
      preferences: { treeRows },
    });
    expect(await row('Users')).toBeTruthy();
    expect(tree().getAllByRole('row')).toHaveLength(4);
  });

  it('renames with F2; Escape leaves the name as it is', async () => {
    const rendered = render();
    (await row('Orders')).focus();
    await rendered.user.keyboard('{F2}Nothing{Escape}');
    expect(paths(rendered)).toContain('Orders');
    (await row('Orders')).focus();
    await rendered.user.keyboard('{F2}Purchases{Enter}');
    expect(await row('Purchases')).toBeTruthy();
    await waitFor(async () => {
      expect(document.activeElement).toBe(await row('Purchases'));
    });
  });

  it('moves with Alt and an arrow, out of a folder too, and into one with Move to…', async () => {
    const rendered = render();
    (await row('Carts')).focus();
    await rendered.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => {
      expect(paths(rendered)).toEqual(['Admin/Users', 'Carts', 'Orders']);
    });
    await choose(rendered, 'Carts', 'Move to…');
    await rendered.user.click(await screen.findByRole('button', { name: /To$/ }));
    await rendered.user.click(await screen.findByRole('option', { name: 'Admin' }));
    await rendered.user.click(screen.getByRole('button', { name: 'Move' }));
    await waitFor(() => {
      expect(paths(rendered)).toEqual(['Admin/Users', 'Admin/Carts', 'Orders']);
    });
  });

  it('moves into another collection from the dialog and by dragging, and its open tab goes with it', async () => {
    const second = { ...shop([]), id: 'file:Second.json', name: 'Second', fileName: 'Second.json' };
    const rendered = renderScreen('requests', {
      collections: [builtInCollection('local'), shop([ADMIN, request('Orders')]), second],
    });
    const { user, bridge } = rendered;
    const namesIn = (id: string) =>
      bridge.state.collections.find((each) => each.id === id)?.items.map(({ name }) => name);
    await user.click(await row('Orders'));
    await screen.findByRole('tab', { name: 'GET Orders' });
    await choose(rendered, 'Orders', 'Move to…');
    await user.click(await screen.findByRole('button', { name: /Collection$/ }));
    await user.click(await screen.findByRole('option', { name: 'Second' }));
    await user.click(screen.getByRole('button', { name: 'Move' }));
    await waitFor(() => {
      expect(namesIn('file:Second.json')).toEqual(['Orders']);
    });
    expect(namesIn('file:Shop.json')).toEqual(['Admin']);
    expect(await screen.findByRole('tab', { name: 'GET Orders' })).toBeTruthy();
    await waitFor(async () => {
      expect((await row('Orders')).getAttribute('aria-selected')).toBe('true');
    });
    expect(screen.queryByText('This request is no longer in its collection')).toBeNull();

    const dataTransfer = { setData: () => undefined, getData: () => '', types: [], effectAllowed: '' };
    fireEvent.dragStart(await row('Admin'), { dataTransfer });
    fireEvent.dragOver(await row('Second'), { dataTransfer });
    fireEvent.drop(await row('Second'), { dataTransfer });
    await waitFor(() => {
      expect(namesIn('file:Second.json')).toEqual(['Orders', 'Admin']);
    });

    const message = (await screen.findAllByText('Moved “Admin”')).at(0)?.closest('li');
    if (message === null || message === undefined) throw new Error('No message');
    await user.click(within(message).getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(namesIn('file:Shop.json')).toEqual(['Admin']);
    });
    (await row('Second')).focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => {
      expect(namesIn('file:Shop.json')).toEqual(['Admin', 'Orders']);
    });
    expect(namesIn('file:Second.json')).toEqual([]);
    expect(await screen.findByRole('tab', { name: 'GET Orders' })).toBeTruthy();
  });

  it('moves what is dragged, and refuses what is not to be written', async () => {
    const rendered = render();
    const dataTransfer = { setData: () => undefined, getData: () => '', types: [], effectAllowed: '' };
    fireEvent.dragStart(await row('Orders'), { dataTransfer });
    fireEvent.dragOver(await row('Postman API'), { dataTransfer });
    fireEvent.drop(await row('Postman API'), { dataTransfer });
    expect(paths(rendered)).toEqual(['Admin/Users', 'Orders', 'Carts']);

    fireEvent.dragStart(await row('Orders'), { dataTransfer });
    fireEvent.dragOver(await row('Admin'), { dataTransfer });
    fireEvent.drop(await row('Admin'), { dataTransfer });
    await waitFor(() => {
      expect(paths(rendered)).toEqual(['Admin/Users', 'Admin/Orders', 'Carts']);
    });
  });

  it('takes back a deletion from the message, and with Ctrl+Z', async () => {
    const rendered = render();
    await choose(rendered, 'Orders', 'Delete');
    await waitFor(() => {
      expect(screen.queryByRole('row', { name: 'Orders' })).toBeNull();
    });
    await rendered.user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await row('Orders')).toBeTruthy();

    (await row('Carts')).focus();
    await rendered.user.keyboard('{Delete}');
    await waitFor(() => {
      expect(screen.queryByRole('row', { name: 'Carts' })).toBeNull();
    });
    (await row('Orders')).focus();
    await rendered.user.keyboard('{Control>}z{/Control}');
    expect(await row('Carts')).toBeTruthy();
  });

  it('finds by name, with the folders around what is found', async () => {
    const rendered = render();
    await rendered.fill(await screen.findByLabelText('Search collections'), 'user');
    expect(await row('Users')).toBeTruthy();
    expect(tree().getByRole('row', { name: 'Admin' })).toBeTruthy();
    expect(tree().queryByRole('row', { name: 'Orders' })).toBeNull();
    await rendered.fill(screen.getByLabelText('Search collections'), 'no such thing');
    expect(await screen.findByText('Nothing matches.')).toBeTruthy();
  });

  it('sets up a run of a collection, and of a folder alone', async () => {
    const rendered = render();
    await choose(rendered, 'Admin', 'Run…');
    expect(await screen.findByRole('button', { name: /^Admin.*Folder$/ })).toBeTruthy();
    await rendered.user.click(screen.getByRole('link', { name: 'Requests' }));
    await choose(rendered, 'Shop', 'Run…');
    expect(await screen.findByRole('button', { name: /^The whole collection.*Folder$/ })).toBeTruthy();
  });

  it('lists a file that cannot be read with the reason, and shows where it lies', async () => {
    const problem = appError('file-unreadable', { message: 'The file is not valid JSON.' });
    const rendered = renderScreen('requests', {
      unreadableCollections: [
        {
          ...{ id: 'file:Broken.json', name: 'Broken', isBuiltIn: false, isSample: false, serviceId: null },
          ...{ fileName: 'Broken.json', requestCount: 0, problem },
        },
      ],
    });
    expect(within(await row('Broken')).getByText(problem.message)).toBeTruthy();
    (await row('Broken')).focus();
    await rendered.user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: '“Broken” cannot be read' }));
    expect(dialog.getByText(problem.message)).toBeTruthy();
    await rendered.user.keyboard('{Enter}');
    await choose(rendered, 'Broken', 'Show in file manager');
    await waitFor(() => {
      expect(rendered.bridge.state.shownCollections).toEqual(['file:Broken.json']);
    });
  });

  it('draws a part of five thousand requests alone', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => request(`Request ${String(at)}`));
    const rendered = render([{ ...ADMIN, items: many }]);
    await rendered.user.click(await row('Shop'));
    await rendered.user.click(await row('Admin'));
    expect(await row('Request 0')).toBeTruthy();
    expect(tree().getAllByRole('row').length).toBeLessThan(80);
  });

  it('offers a sample while there is no collection of one’s own, marks it, and removes it by its menu', async () => {
    const rendered = renderScreen('requests', { collections: [builtInCollection('local')] });
    await rendered.user.click(await screen.findByRole('button', { name: 'Add a sample' }));
    expect(await screen.findByRole('row', { name: /Sample collection/ })).toBeTruthy();
    expect(
      within(await screen.findByRole('row', { name: /Sample collection/ })).getByText('Sample'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a sample' })).toBeNull();
    await rendered.user.click(screen.getByRole('button', { name: 'More actions for Sample collection' }));
    await rendered.user.click(await screen.findByRole('menuitem', { name: 'Remove the sample' }));
    expect(await screen.findByRole('button', { name: 'Add a sample' })).toBeTruthy();
    expect(own(rendered)).toBeUndefined();
  });
});
