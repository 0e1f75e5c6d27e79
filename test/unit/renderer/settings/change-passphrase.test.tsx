import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/settings/settings-screen.tsx';
import { renderScreen } from '../requests/render-screen.tsx';

const PRESENT = 'the words that were chosen first';
const NEXT = 'other words that nobody guesses';
const OPENER = 'Change passphrase…';

async function openDialog() {
  const rendered = renderScreen('settings', { vault: { kind: 'unlocked', holder: 'passphrase' } });
  rendered.bridge.state.passphrase = PRESENT;
  await rendered.user.click(await screen.findByRole('button', { name: OPENER }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change passphrase' }));
  const fields = {
    present: dialog.getByLabelText<HTMLInputElement>('Present passphrase'),
    next: dialog.getByLabelText<HTMLInputElement>('New passphrase'),
    repeated: dialog.getByLabelText<HTMLInputElement>('Repeat it'),
  };
  const type = async (present: string, next: string, repeated = next) => {
    await rendered.fill(fields.present, present);
    await rendered.fill(fields.next, next);
    await rendered.fill(fields.repeated, repeated);
    await rendered.user.click(dialog.getByRole('button', { name: 'Change it' }));
  };
  const sent = () => rendered.bridge.calls.filter(({ command }) => command === 'vault.changePassphrase');
  return { ...rendered, dialog, fields, type, sent };
}

describe('Changing the passphrase', () => {
  it('hides what is typed until the person wants to see it', async () => {
    const { user, dialog, fields } = await openDialog();
    expect(Object.values(fields).map(({ type }) => type)).toEqual(['password', 'password', 'password']);
    expect(document.activeElement).toBe(fields.present);

    await user.click(dialog.getByRole('button', { name: 'Show what is typed in “New passphrase”' }));

    expect(Object.values(fields).map(({ type }) => type)).toEqual(['password', 'text', 'password']);
  });

  it('sends nothing while the new one is too short or was mistyped, and says so', async () => {
    const { dialog, type, sent } = await openDialog();
    await type(PRESENT, 'short');
    expect(dialog.getByText(/^Use at least/)).toBeTruthy();
    await type(PRESENT, NEXT, `${NEXT}!`);
    expect(dialog.getByText('This is not the same passphrase.')).toBeTruthy();
    expect(sent()).toEqual([]);
  });

  it('says that the present one is wrong, keeps what was typed, and takes the right one then', async () => {
    const { bridge, dialog, fields, user, fill, type, sent } = await openDialog();
    await type('not the words', NEXT);
    expect(await dialog.findByText(/This is not the passphrase/)).toBeTruthy();
    expect(bridge.state.passphrase).toBe(PRESENT);

    await fill(fields.present, PRESENT);
    expect(dialog.queryByText(/This is not the passphrase/)).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Change it' }));

    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect((await screen.findAllByText('The passphrase is changed.')).length).toBeGreaterThan(0);
    expect(bridge.state.passphrase).toBe(NEXT);
    expect(sent().map(({ input }) => input)).toEqual([
      { current: 'not the words', next: NEXT },
      { current: PRESENT, next: NEXT },
    ]);
    // Nothing of it is left in the page, and the focus is where it came from.
    expect(document.body.innerHTML).not.toContain(NEXT);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: OPENER }));
  });

  it('forgets what was typed when it is cancelled', async () => {
    const { bridge, user, fill, fields, dialog, sent } = await openDialog();
    await fill(fields.present, PRESENT);
    await fill(fields.next, NEXT);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: OPENER }));

    const again = within(await screen.findByRole('dialog', { name: 'Change passphrase' }));
    expect(again.getByLabelText<HTMLInputElement>('New passphrase').value).toBe('');
    expect(sent()).toEqual([]);
    expect(bridge.state.passphrase).toBe(PRESENT);
  });
});
