import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { worded } from '../../../../electron/told.ts';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { anApiKey } from '../../../support/builders.ts';
import { renderScreen } from './render-screen.tsx';

const ORDERS = { kind: 'request', id: 'orders', name: 'Orders', method: 'GET' } as const;
const ADMIN = { kind: 'folder', id: 'admin', name: 'Admin', description: '', items: [ORDERS] } as const;

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
    ...{ description: '', variables: [], auth: { kind: 'none' as const }, items: [ADMIN] },
  };
}

function render() {
  return renderScreen('requests', { collections: [shop()], keys: [anApiKey({ name: 'CI' })] });
}

async function openDetails({ user }: ReturnType<typeof render>, name: string) {
  await screen.findByRole('row', { name });
  await user.click(await screen.findByRole('button', { name: `More actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: 'Details…' }));
  return within(await screen.findByRole('dialog', { name }));
}

describe('the details of a collection', () => {
  it('are its description and its variables, written to its file', async () => {
    const rendered = render();
    const { user, fill, bridge } = rendered;
    const dialog = await openDetails(rendered, 'Shop');
    await fill(dialog.getByRole('textbox', { name: 'Description' }), 'All of it');
    await user.click(dialog.getByRole('tab', { name: 'Variables' }));
    await fill(dialog.getByLabelText('Name of new variable'), 'host');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(bridge.state.collections[0]).toMatchObject({
        description: 'All of it',
        variables: [{ name: 'host', value: '', isEnabled: true }],
      });
    });
  });
});

describe('a secret that is typed into a variable of a collection', () => {
  async function typeToken() {
    const rendered = render();
    const { user, fill } = rendered;
    const dialog = await openDetails(rendered, 'Shop');
    await user.click(dialog.getByRole('tab', { name: 'Variables' }));
    await fill(dialog.getByLabelText('Name of new variable'), 'baseUrl');
    await fill(dialog.getByLabelText('Value of variable 1'), 'https://api.test/v1');
    await fill(dialog.getByLabelText('Name of new variable'), 'token');
    await fill(dialog.getByLabelText('Value of variable 2'), 'typed-by-hand');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Save a secret to the file?' }));
    return { ...rendered, question };
  }
  const variablesIn = ({ bridge }: ReturnType<typeof render>) => bridge.state.collections[0]?.variables;

  it('is asked about, and becomes a secret variable of the environment under its name', async () => {
    const { question, ...rendered } = await typeToken();
    expect(question.getByText(/The collection’s file is plain text.* the variable token\./)).toBeTruthy();
    expect(question.getByText(/may go to https:\/\/api\.test\./)).toBeTruthy();
    await rendered.user.click(question.getByRole('button', { name: 'Keep as a secret variable' }));

    await waitFor(() => {
      expect(variablesIn(rendered)).toEqual([
        { name: 'baseUrl', value: 'https://api.test/v1', isEnabled: true },
      ]);
    });
    expect(
      rendered.bridge.calls.find(({ command }) => command === 'environments.setSecret')?.input,
    ).toMatchObject({ name: 'token', secret: 'typed-by-hand', origins: ['https://api.test'] });
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('is written when the person says so, and not at all when they cancel', async () => {
    const { question, ...rendered } = await typeToken();
    await rendered.user.click(question.getByRole('button', { name: 'Cancel' }));
    expect(variablesIn(rendered)).toEqual([]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Shop' }));
    await rendered.user.click(dialog.getByRole('button', { name: 'Save' }));
    await rendered.user.click(await screen.findByRole('button', { name: 'Save as plain text' }));
    await waitFor(() => {
      expect(variablesIn(rendered)).toMatchObject([{ name: 'baseUrl' }, { name: 'token' }]);
    });
  });
});

describe('the authorization of a folder', () => {
  it('is inherited, and is a reference to a key when one is chosen; its requests say so', async () => {
    const rendered = render();
    const { user } = rendered;
    const dialog = await openDetails(rendered, 'Admin');
    await user.click(dialog.getByRole('tab', { name: 'Auth' }));
    expect(await dialog.findByText('From “Shop”: no key.')).toBeTruthy();
    await user.click(dialog.getByRole('radio', { name: /A certain key/ }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    await user.click(await screen.findByRole('row', { name: 'Admin' }));
    await user.click(await screen.findByRole('row', { name: 'Orders' }));
    await user.click(await screen.findByRole('tab', { name: 'Auth' }));
    expect(await screen.findByText(/From “Admin”: the key/)).toBeTruthy();
  });
});

describe('the authorization of a collection', () => {
  it('is the key that its file names, among ten times as many as are offered', async () => {
    const keys = Array.from({ length: 2_000 }, (_, at) =>
      anApiKey({ id: `key-${String(at)}`, name: `Build ${String(at)}` }),
    );
    const auth = { kind: 'key' as const, name: 'Build 1999', apiKeyId: null };
    const rendered = renderScreen('requests', { collections: [{ ...shop(), auth }], keys });
    const dialog = await openDetails(rendered, 'Shop');
    await rendered.user.click(dialog.getByRole('tab', { name: 'Auth' }));
    const key = await dialog.findByRole('button', { name: /Build 1999/ });
    expect(dialog.getByRole('radio', { name: /A certain key/ }).matches(':checked')).toBe(true);
    expect(key.textContent).toContain('Build 1999');
    expect(rendered.bridge.calls.map(({ command }) => command)).not.toContain('keys.list');
  });
});

describe('the description of a request', () => {
  it('is written in About, beside what its file holds and is not used', async () => {
    const rendered = render();
    const { user, fill, bridge } = rendered;
    bridge.state.requestNotes.set('orders', [worded('scriptsKept')]);
    await user.click(await screen.findByRole('row', { name: 'Admin' }));
    await user.click(await screen.findByRole('row', { name: 'Orders' }));
    await user.click(await screen.findByRole('tab', { name: 'About' }));
    expect(await screen.findByText(/^Scripts are kept/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Edit description' }));
    await fill(screen.getByRole('textbox', { name: 'Description' }), 'The newest first');
    await user.click(screen.getByRole('button', { name: 'Save description' }));
    expect(await screen.findByText('The newest first')).toBeTruthy();
  });
});

describe('the folder of the collections', () => {
  it('is chosen in Settings, and Keyfob’s own again', async () => {
    const { user, bridge } = renderScreen('settings');
    expect(await screen.findByText('/home/ada/Documents/Keyfob/Collections')).toBeTruthy();
    bridge.state.nextFolder = '/home/ada/git/apis';
    await user.click(screen.getByRole('button', { name: 'Choose folder…' }));
    expect(await screen.findByText('/home/ada/git/apis')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use Keyfob’s own' }));
    expect(await screen.findByText('/home/ada/Documents/Keyfob/Collections')).toBeTruthy();
  });
});
