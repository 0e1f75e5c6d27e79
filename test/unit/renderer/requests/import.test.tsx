import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from './render-screen.tsx';

async function openPreview() {
  const rendered = renderScreen('requests');
  const { user } = rendered;
  await user.click(await screen.findByRole('button', { name: 'Import' }));
  await user.click(await screen.findByRole('menuitem', { name: /A file/ }));
  return { ...rendered, dialog: await screen.findByRole('dialog', { name: 'Import' }) };
}

describe('Import', () => {
  it('shows what comes in, the secrets found, and what is kept without being run', async () => {
    const { dialog } = await openPreview();

    expect(within(dialog).getByText('Collection, 1 request')).toBeTruthy();
    expect(within(dialog).getByText('Environment, 2 variables')).toBeTruthy();
    expect(within(dialog).getByText('shop-••••••••0001')).toBeTruthy();
    expect(within(dialog).getByText(/Kept, not run/)).toBeTruthy();
  });

  it('keeps a secret with a known origin as a key of it, and the value of a variable sealed', async () => {
    const { dialog, user, bridge } = await openPreview();

    await user.click(within(dialog).getByRole('button', { name: 'Import' }));

    await waitFor(() => {
      expect(screen.queryByRole('dialog', { name: 'Import' })).toBeNull();
    });
    const kept = bridge.calls.find(({ command }) => command === 'import.keep');
    expect(kept?.input).toMatchObject({
      choices: [
        {
          kind: 'key',
          foundId: 'secret-1',
          service: { kind: 'new', draft: { origins: ['https://api.shop.example'] } },
        },
        { kind: 'variable', foundId: 'secret-2', origins: [] },
      ],
    });
    expect(
      await screen.findAllByText('1 collection, 1 environment, 1 key, 1 secret variable'),
    ).not.toHaveLength(0);
  });

  it('takes it back with the button of the message, and says what stays where something was changed since', async () => {
    const { dialog, user, bridge } = await openPreview();
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));

    await user.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(await screen.findAllByText('The import was taken back')).not.toHaveLength(0);
    expect(bridge.calls.at(-1)).toMatchObject({ command: 'import.undo', input: { undoId: 'undo-1' } });
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await user.click(await screen.findByRole('menuitem', { name: /A file/ }));
    const again = await screen.findByRole('dialog', { name: 'Import' });
    await user.click(within(again).getByRole('button', { name: 'Import' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(
      await screen.findAllByText(
        'Collection “Shop” was changed since. Key “CI” was used since. Delete by hand what you do not want.',
      ),
    ).not.toHaveLength(0);
  });

  it('keeps nothing while an origin is one that no key may be bound to', async () => {
    const { dialog, user, fill, bridge } = await openPreview();
    await fill(within(dialog).getByLabelText('Origin'), 'http://api.shop.example');

    await user.click(within(dialog).getByRole('button', { name: 'Import' }));

    expect(await within(dialog).findByText(/Use https/)).toBeTruthy();
    expect(bridge.calls.some(({ command }) => command === 'import.keep')).toBe(false);
  });

  it('seals nothing for a place that is no origin', async () => {
    const { dialog, user, fill, bridge } = await openPreview();
    await fill(within(dialog).getByLabelText('May go to'), 'https://api.shop.example somewhere');
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    expect(await within(dialog).findByText(/^somewhere: /)).toBeTruthy();
    expect(bridge.calls.some(({ command }) => command === 'import.keep')).toBe(false);
    await fill(within(dialog).getByLabelText('May go to'), 'https://api.shop.example');
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    await waitFor(() => {
      expect(bridge.calls.find(({ command }) => command === 'import.keep')?.input).toMatchObject({
        choices: [{}, { kind: 'variable', origins: ['https://api.shop.example'] }],
      });
    });
  });

  it('asks which format it is when several fit', async () => {
    const { user } = renderScreen('requests');
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await user.click(await screen.findByRole('menuitem', { name: /The clipboard/ }));
    const question = await screen.findByRole('dialog', { name: 'What is it?' });

    await user.click(within(question).getByRole('button', { name: 'Continue' }));

    expect(await screen.findByRole('dialog', { name: 'Import' })).toBeTruthy();
  });

  it('forgets the preview when it is closed', async () => {
    const { dialog, user, bridge } = await openPreview();

    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));

    expect(bridge.calls.at(-1)).toMatchObject({ command: 'import.discard', input: { token: 'import-1' } });
  });

  it('reads a curl command that is pasted into the empty URL from the clipboard itself', async () => {
    const { bridge } = renderScreen('requests');
    const url = await screen.findByLabelText<HTMLInputElement>('URL');

    fireEvent.paste(url, { clipboardData: { getData: () => 'curl https://example.com' } });

    expect(await screen.findByRole('dialog', { name: 'What is it?' })).toBeTruthy();
    expect(url.value).toBe('');
    expect(bridge.calls.find(({ command }) => command === 'import.paste')?.input).toEqual({});
  });
});
