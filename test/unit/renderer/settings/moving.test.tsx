import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/settings/settings-screen.tsx';
import { renderScreen } from '../requests/render-screen.tsx';

const called = (rendered: ReturnType<typeof renderScreen>, command: string) =>
  rendered.bridge.calls.filter((call) => call.command === command).map(({ input }) => input);

async function openDialog(button: string, title: string) {
  const rendered = renderScreen('settings');
  await rendered.user.click(await screen.findByRole('button', { name: button }));
  return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: title })) };
}

describe('Keys and services as a file', () => {
  it('are exported under a passphrase that was typed twice, or without values', async () => {
    const { dialog, fill, user, ...rendered } = await openDialog('Export…', 'Export keys and services');
    const submit = () => user.click(dialog.getByRole('button', { name: 'Export…' }));

    await fill(dialog.getByLabelText('Passphrase of the file'), 'too short');
    await submit();
    expect(called({ ...rendered, fill, user }, 'moving.export')).toEqual([]);

    await user.click(dialog.getByRole('radio', { name: /Without values/ }));
    await submit();
    await waitFor(() => {
      expect(called({ ...rendered, fill, user }, 'moving.export')).toEqual([{ passphrase: null }]);
    });
    expect((await screen.findAllByText(/exported to keyfob-export.json/)).length).toBeGreaterThan(0);
  });

  it('are restored after a look at what would be added', async () => {
    const { dialog, user, ...rendered } = await openDialog('Restore…', 'Restore an export');
    await user.click(dialog.getByRole('button', { name: 'Choose a file…' }));

    const rows = await dialog.findAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Old deploy'),
        expect.stringContaining('Was deleted here'),
      ]),
    );
    expect(dialog.getByText(/https:\/\/api.weather.example/)).toBeTruthy();
    expect(dialog.getByText('Also to https://eu.weather.example')).toBeTruthy();
    const itemsOf = (name: string) =>
      within(dialog.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(itemsOf('Secret variables of the export')).toEqual([
      'TOKENOf the environment Staging. May go to https://staging.exampleIs added',
      'PASSWORDOf an environment whose file was not there. May go nowhere yetIs here, stays as it is',
    ]);
    expect(itemsOf('Profiles of the export')).toEqual(['WorkIs here, stays as it is']);
    expect(itemsOf('Rules for keys of the export')).toEqual([
      'Rules for keysmaximum lifetime of 90 daysAre set',
    ]);
    await user.click(dialog.getByRole('button', { name: 'Restore 1 key' }));

    await waitFor(() => {
      expect(called({ ...rendered, user }, 'moving.restore')).toEqual([{ token: 'export-1' }]);
    });
    const done = '1 key, 1 service, 1 secret variable, and rules for keys restored.';
    expect((await screen.findAllByText(done)).length).toBeGreaterThan(0);
  });

  it('are forgotten when the person cancels, and a wrong passphrase is said', async () => {
    const { dialog, fill, user, ...rendered } = await openDialog('Restore…', 'Restore an export');
    await fill(dialog.getByLabelText('Passphrase of the file'), 'not the one');
    await user.click(dialog.getByRole('button', { name: 'Choose a file…' }));
    expect(await dialog.findByText(/This is not the passphrase/)).toBeTruthy();

    await fill(dialog.getByLabelText('Passphrase of the file'), '');
    await user.click(dialog.getByRole('button', { name: 'Choose a file…' }));
    await dialog.findAllByRole('row');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(called({ ...rendered, fill, user }, 'moving.drop')).toEqual([{ token: 'export-1' }]);
    });
  });

  it('show how far a long restoring is, and end it when the person cancels', async () => {
    const { dialog, user, bridge, ...rendered } = await openDialog('Restore…', 'Restore an export');
    await user.click(dialog.getByRole('button', { name: 'Choose a file…' }));
    await dialog.findAllByRole('row');
    const release = bridge.hold('moving.restore');
    await user.click(dialog.getByRole('button', { name: 'Restore 1 key' }));
    expect(await dialog.findByRole('progressbar', { name: 'Progress' })).toBeTruthy();
    act(() => {
      bridge.publish('moving.progressed', { done: 1200, total: 10_000 });
    });
    expect(dialog.getByText('1,200 of 10,000 values')).toBeTruthy();

    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(called({ ...rendered, user, bridge }, 'moving.cancel')).toEqual([{}]);
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    release();
  });
});
