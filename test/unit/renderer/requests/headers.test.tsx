import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderScreen } from './render-screen.tsx';

async function openHeaders(options: Parameters<typeof renderScreen>[1], url: string) {
  const rendered = renderScreen('requests', options);
  await rendered.fill(await screen.findByLabelText('URL'), url);
  await rendered.user.click(
    within(screen.getByRole('region', { name: 'Request' })).getByRole('tab', { name: 'Headers' }),
  );
  return { ...rendered, table: screen.getByRole('table', { name: 'Request headers' }) };
}

describe('the injected header', () => {
  it('stands first, masked, with the key’s name, and cannot be changed', async () => {
    const { table } = await openHeaders({ keys: [anApiKey()] }, '{{baseUrl}}/me');

    const mask = await within(table).findByText('kfak_••••••••wxyz');
    const lockedRow = within(table).getAllByRole('row')[1];
    expect(lockedRow?.contains(mask)).toBe(true);
    expect(lockedRow?.textContent).toContain('X-API-Key');
    expect(lockedRow?.textContent).toContain('CI key');
    expect(within(lockedRow ?? table).getByLabelText('Locked: added by Keyfob')).toBeTruthy();
    expect(lockedRow?.querySelector('input, button')).toBeNull();
  });

  it('says instead why the key will be withheld, and what to do', async () => {
    const { table } = await openHeaders({ keys: [anApiKey({ isDisabled: true })] }, '{{baseUrl}}/me');
    const reason = await within(table).findByText(/The key is disabled\./);
    expect(reason.textContent).toContain('Withheld');
    expect(reason.textContent).toContain('Enable it, or choose another key.');
  });

  it('says that no key will be added, and why', async () => {
    const { table } = await openHeaders({ keys: [anApiKey()] }, 'https://example.com/');
    expect(
      await within(table).findByText('No key will be added. No service names this origin.'),
    ).toBeTruthy();
  });

  it('follows the key when it changes', async () => {
    const { table, bridge } = await openHeaders({ keys: [anApiKey()] }, '{{baseUrl}}/me');
    await within(table).findByText('kfak_••••••••wxyz');
    bridge.state.keys = [anApiKey({ name: 'Renamed' })];
    bridge.publish('keys.changed', {});
    expect(await within(table).findByText('Renamed')).toBeTruthy();
  });

  it('names variables without a value before anything is sent', async () => {
    await openHeaders({ keys: [anApiKey()] }, '{{baseUrl}}/users/{{userId}}');
    expect(await screen.findByText('{{userId}} has no value.')).toBeTruthy();
  });
});
