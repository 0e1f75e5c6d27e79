import { screen, waitFor } from '@testing-library/react';
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
    });
  });
});
