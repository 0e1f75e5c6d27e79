import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortcuts } from '../../../../shared/domain/shortcuts.ts';
import { tabCommandOf } from '../../../../renderer/features/requests/tabs/use-tab-keys.ts';
import { renderApp } from '../../../support/render-app.tsx';

const sheet = () => screen.findByRole('dialog', { name: 'Keyboard shortcuts' });

test('a question mark shows every shortcut; the focus goes back where it was', async () => {
  const { user } = await renderApp();
  const link = screen.getByRole('link', { name: 'History' });
  link.focus();
  await user.keyboard('?');
  const dialog = await sheet();
  expect(within(dialog).getAllByRole('term')).toHaveLength(Object.keys(shortcuts).length);
  expect(within(dialog).getByText('Lock Keyfob').parentElement?.textContent).toBe('Lock KeyfobCtrlL');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(document.activeElement).toBe(link);
  });
});

test('a question mark that is typed into a field stays there', async () => {
  const { user } = await renderApp({ initialScreen: 'history' });
  const field = await screen.findByRole('searchbox');
  await user.type(field, 'why?');
  expect((field as HTMLInputElement).value).toBe('why?');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the Help menu and the palette show it too, but not over a dialog that asks something', async () => {
  const { user, bridge } = await renderApp();
  act(() => {
    bridge.publish('shortcuts.requested', {});
  });
  await sheet();
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await user.keyboard('{Control>}k{/Control}');
  await user.click(await screen.findByRole('menuitem', { name: 'Show keyboard shortcuts' }));
  await sheet();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Generate API Key' }));
  act(() => {
    bridge.publish('shortcuts.requested', {});
  });
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
});

test('the keys of the open requests are those that it shows', () => {
  const commands = { save: 'save', saveAs: 'save-as', closeTab: 'close', reopenTab: 'reopen' } as const;
  const moves = { nextTab: 'next', previousTab: 'previous' } as const;
  for (const [name, command] of Object.entries({ ...commands, ...moves })) {
    for (const accelerator of shortcuts[name as keyof typeof commands].keys) {
      const held: readonly string[] = accelerator.split('+');
      const ctrlKey = held.includes('CmdOrCtrl') || held.includes('Ctrl');
      const pressed = { ctrlKey, metaKey: false, altKey: false, shiftKey: held.includes('Shift') };
      expect(tabCommandOf({ key: held.at(-1) ?? '', ...pressed })).toBe(command);
    }
  }
});
