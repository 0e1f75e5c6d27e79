import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { QuickCopyApp } from '../../../../renderer/app/quick-copy/quick-copy-app.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { anApiKey } from '../../../support/builders.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';
import { holds } from '../../../support/holds.ts';

const keys = [
  anApiKey({ id: 'ci', name: 'CI', isDefault: true }),
  anApiKey({ id: 'weather', name: 'Weather' }),
  anApiKey({ id: 'old', name: 'Old', isDisabled: true }),
];

async function open(options: FakeStateOptions = {}) {
  const bridge = createFakeBridge({ keys, ...options });
  const user = userEvent.setup();
  render(<QuickCopyApp bridge={bridge} queryClient={createQueryClient()} />);
  return { bridge, user, field: () => screen.findByRole('combobox', { name: 'Search keys' }) };
}

const chosen = () =>
  screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')
    ?.textContent ?? '';

test('has the first key chosen, so that Enter alone copies the default one', async () => {
  const { bridge, user, field } = await open();
  expect(document.activeElement).toBe(await field());
  await screen.findAllByRole('option');
  expect(chosen()).toContain('CI');
  await user.keyboard('{Enter}');
  expect(bridge.state.quickCopied).toEqual(['ci']);
});

test('finds by what is typed, and goes round with the arrows', async () => {
  const { bridge, user, field } = await open();
  await user.type(await field(), 'weather{Enter}');
  expect(bridge.state.quickCopied).toEqual(['weather']);
  await user.clear(await field());
  await screen.findByText('CI');
  await user.keyboard('{ArrowUp}');
  expect(chosen()).toContain('Old');
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toContain('CI');
  expect((await field()).getAttribute('aria-activedescendant')).toBe(
    screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')?.id,
  );
});

test('says why a key was not copied, and stays open', async () => {
  const { bridge, user, field } = await open();
  await user.type(await field(), 'old');
  expect(await screen.findByText('disabled')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('This key is disabled.')).toBeTruthy();
  expect(bridge.calls.map(({ command }) => command)).not.toContain('quickCopy.close');
});

test('says that nothing matches, and that there are no keys', async () => {
  const { user, field } = await open();
  await user.type(await field(), 'qqq');
  expect(await screen.findByText('No key is called “qqq”.')).toBeTruthy();
});

test('shows that there are no keys yet', async () => {
  await open({ keys: [] });
  expect(await screen.findByText('No API keys yet. Generate one in Keyfob.')).toBeTruthy();
});

test(
  'names no key while Keyfob is locked, and leads to where it is unlocked',
  holds('confinement.locked'),
  async () => {
    const { bridge, user } = await open();
    await screen.findByText('Weather');
    act(() => {
      bridge.publish('vault.changed', { kind: 'locked', holder: 'keychain', reason: 'hand' });
    });
    expect(await screen.findByRole('heading', { name: 'Keyfob is locked' })).toBeTruthy();
    expect(screen.queryByText('Weather')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Unlock Keyfob…' }));
    expect(bridge.calls.at(-1)?.command).toBe('quickCopy.openKeyfob');
  },
);

test('Esc closes, and what was typed is gone when it is opened again', async () => {
  const { bridge, user, field } = await open();
  await user.type(await field(), 'wea{Escape}');
  expect(bridge.calls.at(-1)?.command).toBe('quickCopy.close');
  act(() => {
    bridge.publish('quickCopy.opened', {});
  });
  expect((await field()).getAttribute('value')).toBe('');
});
