import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

const keys = [anApiKey({ id: 'work', name: 'Work key' })];

test('a form in German says in German what a field lacks, and why the main process refuses it', async () => {
  const { user, bridge } = await renderApp({ keys, preferences: { language: 'de' } });
  await user.click(await screen.findByRole('button', { name: 'API-Schlüssel erzeugen' }));
  const form = within(await screen.findByRole('dialog', { name: 'API-Schlüssel erzeugen' }));
  const submit = form.getByRole('button', { name: 'API-Schlüssel erzeugen' });

  await user.click(submit);
  expect(form.getByText('Dem Schlüssel einen Namen geben')).toBeTruthy();

  await user.type(form.getByLabelText('Name'), 'Work key');
  await user.click(submit);
  await waitFor(() => {
    expect(
      form.getByText(/^Für diesen Dienst gibt es bereits einen Schlüssel mit diesem Namen\./),
    ).toBeTruthy();
  });
  expect(bridge.state.keys).toHaveLength(1);
});
