import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/settings/settings-screen.tsx';
import { appError } from '../../../../shared/domain/app-error.ts';
import type { UpdateState } from '../../../../shared/domain/update-state.ts';
import { FAKE_UPDATE } from '../../../support/fake-bridge-updates.ts';
import { renderScreen } from '../requests/render-screen.tsx';

async function open(updates: UpdateState) {
  const rendered = renderScreen('settings', { updates });
  await screen.findByRole('heading', { name: 'Updates' });
  const called = () =>
    rendered.bridge.calls.map(({ command }) => command).filter((name) => /^updates\.(?!get)/.test(name));
  const move = (state: UpdateState) => {
    rendered.bridge.state.updates = state;
    act(() => {
      rendered.bridge.publish('updates.changed', state);
    });
  };
  return { ...rendered, called, move };
}

describe('Settings, Updates', () => {
  it('are off until the person agrees, and say what that means', async () => {
    const { user, called } = await open({ kind: 'off' });
    const agree = screen.getByRole('switch', { name: 'Look for newer versions' });
    expect(agree).toHaveProperty('checked', false);
    expect(screen.getByText(/Until you agree it is never asked/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();

    await user.click(agree);
    expect(await screen.findByText('Keyfob 0.1.0 is the newest')).toBeTruthy();
    expect(called()).toEqual(['updates.setEnabled']);
  });

  it.each([
    ['self-built', /built from the sources/],
    ['by-hand', /unpacked from an archive/],
  ] as const)('offer nothing for a copy that is %s', async (reason, text) => {
    await open({ kind: 'unavailable', reason });

    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('switch', { name: 'Look for newer versions' })).toBeNull();
  });

  it('go from looking to restarting with one button that keeps the focus', async () => {
    const { user, called, move } = await open({ kind: 'idle', checkedAt: null });
    const button = screen.getByRole('button', { name: 'Check now' });
    await user.click(button);
    expect(await screen.findByText('Keyfob 0.2.0 is there')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'What is new in Keyfob 0.2.0' }).textContent).toContain(
      'Runs start',
    );

    await user.click(screen.getByRole('button', { name: 'Download' }));
    move({ kind: 'downloading', update: FAKE_UPDATE, percent: 42 });
    const bar = await screen.findByRole('progressbar', { name: 'Downloading Keyfob 0.2.0' });
    expect(bar.getAttribute('aria-valuenow')).toBe('42');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));

    move({ kind: 'ready', update: FAKE_UPDATE });
    await user.click(await screen.findByRole('button', { name: 'Restart now' }));
    expect(screen.getByText(/Tabs that are not saved are kept/)).toBeTruthy();
    expect(called()).toEqual(['updates.check', 'updates.download', 'updates.restart']);
  });

  it('end a download', async () => {
    const { user } = await open({ kind: 'downloading', update: FAKE_UPDATE, percent: 3 });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));

    expect(await screen.findByRole('button', { name: 'Download' })).toBeTruthy();
  });

  it('say why it did not work and what to do, and try the same again', async () => {
    const { user, called, move } = await open({
      kind: 'failed',
      error: appError('update-check-failed'),
      update: null,
    });
    expect(screen.getByText(/^Check your connection/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    move({ kind: 'failed', error: appError('update-damaged'), update: FAKE_UPDATE });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(called()).toEqual(['updates.check', 'updates.download']);
  });

  it('say so where nothing was written about a version', async () => {
    await open({ kind: 'available', update: { version: '0.2.0', notes: '' } });

    expect(screen.getByText('Nothing was written about what is new.')).toBeTruthy();
  });
});
