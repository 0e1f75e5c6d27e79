import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/settings/settings-screen.tsx';
import { CHOSEN_PATH } from '../../../support/fake-bridge-files.ts';
import { renderScreen } from '../requests/render-screen.tsx';

const called = (rendered: ReturnType<typeof renderScreen>, command: string) =>
  rendered.bridge.calls.filter((call) => call.command === command).map(({ input }) => input);

describe('Settings, Network', () => {
  it('takes a proxy of one’s own only when its address is one', async () => {
    const rendered = renderScreen('settings');
    const { user, fill } = rendered;
    await user.click(await screen.findByRole('button', { name: /Proxy/ }));
    await user.click(await screen.findByRole('option', { name: 'This one' }));

    await fill(screen.getByLabelText('Address'), 'proxy.test');
    await user.click(screen.getByRole('button', { name: 'Use this proxy' }));
    expect(screen.getByText(/Type an address such as/)).toBeTruthy();
    expect(called(rendered, 'network.setProxy')).toEqual([]);

    await fill(screen.getByLabelText('Address'), 'proxy.test:8080');
    await fill(screen.getByLabelText('User name'), 'me');
    await fill(screen.getByLabelText('Password'), 'pw');
    await fill(screen.getByLabelText('No proxy for'), 'a.test, b.test');
    await user.click(screen.getByRole('button', { name: 'Use this proxy' }));

    await waitFor(() => {
      expect(called(rendered, 'network.setProxy')).toEqual([
        {
          proxy: {
            kind: 'manual',
            address: 'http://proxy.test:8080',
            userName: 'me',
            exceptions: ['a.test', 'b.test'],
          },
          password: 'pw',
        },
      ]);
    });
    await waitFor(() => {
      expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('');
    });
  });

  it('lists the files that requests may send, and takes them back, each or all', async () => {
    const rendered = renderScreen('settings');
    const { user, bridge } = rendered;
    const section = await screen.findByRole('region', { name: 'Files that requests send' });
    expect(await within(section).findByText(/may send no file yet/)).toBeTruthy();
    const choose = { collectionId: null, origin: 'https://api.test' };
    await bridge.invoke('files.choose', choose);

    expect(await within(section).findByText(CHOSEN_PATH)).toBeTruthy();
    expect(section.textContent).toContain('For requests that are saved nowhere. 4.3 KB.');
    expect(section.textContent).toContain('Goes without asking to https://api.test');
    await user.click(within(section).getByRole('button', { name: `Take back ${CHOSEN_PATH}` }));
    expect(await within(section).findByText(/may send no file yet/)).toBeTruthy();
    expect(called(rendered, 'files.forget')).toEqual([{ collectionId: null, path: CHOSEN_PATH }]);

    await bridge.invoke('files.choose', choose);
    await user.click(await within(section).findByRole('button', { name: 'Take all back…' }));
    await user.click(screen.getByRole('button', { name: 'Take all back' }));
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull();
    });
    expect(within(section).queryByText(CHOSEN_PATH)).toBeNull();
  });

  it('adds a client certificate, says why not, and removes it', async () => {
    const { user, fill } = renderScreen('settings');
    await user.click(await screen.findByRole('button', { name: 'Add a client certificate…' }));
    const dialog = screen.getByRole('dialog', { name: 'Add a client certificate' });
    await fill(within(dialog).getByLabelText('Origin'), 'https://api.test');
    await fill(within(dialog).getByLabelText('Passphrase'), 'wrong');
    await user.click(within(dialog).getByRole('button', { name: 'Choose the file…' }));
    expect(await within(dialog).findByText(/cannot be used/)).toBeTruthy();

    await fill(within(dialog).getByLabelText('Passphrase'), '');
    await user.click(within(dialog).getByRole('button', { name: 'Choose the file…' }));
    expect(await screen.findByText('Client certificate: you.pfx')).toBeTruthy();

    await user.click(
      screen.getByRole('button', { name: 'Remove the client certificate for https://api.test' }),
    );
    await waitFor(() => {
      expect(screen.queryByText('Client certificate: you.pfx')).toBeNull();
    });
  });
});
