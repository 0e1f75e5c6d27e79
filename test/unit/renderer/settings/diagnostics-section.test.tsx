import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/settings/settings-screen.tsx';
import { renderScreen } from '../requests/render-screen.tsx';

describe('Settings, Diagnostics', () => {
  it('checks everything on request, says what came of it, and copies a report', async () => {
    const { user, bridge } = renderScreen('settings');
    await screen.findByRole('heading', { name: 'Diagnostics' });
    expect(screen.getByText('2 backups')).toBeTruthy();
    expect(screen.getByText(/Reads the ledger, its backups/)).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Check everything' }));
    expect(await screen.findByText(/everything is whole/)).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => {
      const copied = bridge.calls.find(({ command }) => command === 'clipboard.copyText');
      expect(JSON.stringify(copied?.input)).toMatch(/Keyfob 0\.1\.0\\nElectron 45\.0\.0.*2 backups damaged/);
      expect(JSON.stringify(copied?.input)).toContain('List of dead keys: written');
    });
  });

  it('says what to do about a list of dead keys that was damaged, or is not written', async () => {
    const setAsideAt = Date.UTC(2026, 10, 27, 9, 30);
    const { user, bridge } = renderScreen('settings', { deadKeys: { isWritten: true, setAsideAt } });
    expect(await screen.findByText('Was damaged')).toBeTruthy();
    expect(screen.getByText(/look through API keys for those that you had ended/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => {
      const copied = bridge.calls.find(({ command }) => command === 'clipboard.copyText');
      expect(JSON.stringify(copied?.input)).toContain('a damaged one set aside 2026-11-27T09:30:00.000Z');
    });
    bridge.state.deadKeys = { isWritten: false, setAsideAt };
    act(() => {
      bridge.publish('keys.changed', {});
    });
    expect(await screen.findByText('Not written')).toBeTruthy();
    expect(screen.getByText(/Free some space/)).toBeTruthy();
  });
});
