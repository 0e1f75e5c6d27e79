import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../../shared/domain/app-error.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';
import type { OpenTab } from '../../../../shared/domain/open-tab.ts';
import { renderScreen } from './render-screen.tsx';

const url = () => screen.findByLabelText<HTMLInputElement>('URL');
const tabs = () => within(screen.getByRole('tablist', { name: 'Open requests' }));

function typed(key: string, address: string): OpenTab {
  const original = emptyRequestDraft();
  const unsaved = { original, draft: { ...original, url: address }, revision: '' };
  return { key, source: { kind: 'scratch' }, isPreview: false, unsaved };
}

describe('the tabs of the last time', () => {
  it('come back with what was typed into them, marked as not saved', async () => {
    renderScreen('requests', {
      openTabs: [typed('scratch:one', 'https://api.test/one'), typed('scratch:two', 'https://api.test/two')],
    });
    await url();
    expect(await tabs().findByRole('tab', { name: 'GET api.test/one, edited' })).toBeTruthy();
    expect(tabs().getAllByRole('tab')).toHaveLength(2);
    expect((await url()).value).toBe('https://api.test/one');
  });

  it('are kept a moment after each change, and are not before they are back', async () => {
    const { bridge, fill, user } = renderScreen('requests');
    await fill(await url(), 'https://api.test/typed');
    await waitFor(() => {
      expect(bridge.state.openTabs).toMatchObject([
        { unsaved: { draft: { url: 'https://api.test/typed' } } },
      ]);
    });
    await user.keyboard('{Control>}w{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Don’t save' }));
    await waitFor(() => {
      expect(bridge.state.openTabs).toEqual([]);
    });
  });

  it('come back after the unlocking, beside what is open by then', async () => {
    const { bridge, fill } = renderScreen('requests', { openTabs: [] });
    bridge.failNext('tabs.load', appError('vault-locked'));
    await fill(await url(), 'https://api.test/now');
    bridge.state.openTabs = [typed('scratch:before', 'https://api.test/before'), ...bridge.state.openTabs];
    bridge.publish('vault.changed', { kind: 'unlocked', holder: 'keychain' });
    expect(await tabs().findByRole('tab', { name: 'GET api.test/before, edited' })).toBeTruthy();
    expect((await url()).value).toBe('https://api.test/now');
  });

  it('that are too large are said, and keep no other from being kept', async () => {
    const { bridge, fill, user } = renderScreen('requests');
    const field = await url();
    await waitFor(() => {
      expect(bridge.calls.some(({ command }) => command === 'tabs.keep')).toBe(true);
    });
    bridge.failNext('tabs.keep', appError('invalid-input'));
    await fill(field, 'https://api.test/large');
    const notice = 'This request is too large to be kept for the next start';
    expect(await screen.findByText(notice)).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'New request' }));
    expect(screen.queryByText(notice)).toBeNull();
    await fill(await url(), 'https://api.test/small');
    await waitFor(() => {
      expect(bridge.state.openTabs).toMatchObject([
        { unsaved: { draft: { url: 'https://api.test/small' } } },
      ]);
    });

    await user.click(tabs().getByRole('tab', { name: 'GET api.test/large, edited' }));
    expect(screen.getByText(notice)).toBeTruthy();
    await fill(await url(), 'https://api.test/less');
    await waitFor(() => {
      expect(screen.queryByText(notice)).toBeNull();
    });
  });

  it('are mentioned while they do not open, and not any more once they do', async () => {
    const { bridge } = renderScreen('requests', { openTabs: [] });
    await url();
    bridge.state.unopenedTabs = 2;
    bridge.publish('vault.changed', { kind: 'unlocked', holder: 'keychain' });
    expect(await screen.findByText('2 tabs of the last time cannot be opened now')).toBeTruthy();
    bridge.state.unopenedTabs = 0;
    bridge.publish('vault.changed', { kind: 'unlocked', holder: 'keychain' });
    await waitFor(() => {
      expect(screen.queryByText(/cannot be opened now/)).toBeNull();
    });
  });
});
