import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

const keys = [
  anApiKey({ id: 'work', name: 'Work key' }),
  anApiKey({ id: 'home', name: 'Home key', isDefault: false }),
];
const profileOf = (id: string, name: string, apiKeyId: string) => ({
  ...{ id, name, isActive: false },
  defaults: [{ serviceId: 'local', apiKeyId }],
});

test('switches the defaults from the page', async () => {
  const profiles = [profileOf('w', 'Work', 'work'), profileOf('h', 'Home', 'home')];
  const { user, bridge } = await renderApp({ keys, profiles });
  const select = await screen.findByRole('button', { name: /Profile/ });
  expect(select.textContent).toContain('Work');
  await user.click(select);
  await user.click(await screen.findByRole('option', { name: 'Home' }));
  await waitFor(() => {
    expect(bridge.state.keys.find(({ isDefault }) => isDefault)?.id).toBe('home');
  });
  expect((await screen.findAllByText('The keys of “Home” are the default keys now.')).length).toBeGreaterThan(
    0,
  );
});

test('makes a profile of the defaults of now, changes it and deletes it', async () => {
  const { user, bridge } = await renderApp({ keys });
  await user.click(screen.getByRole('button', { name: 'Manage profiles' }));
  await user.click(await screen.findByRole('button', { name: 'New profile' }));
  const form = within(await screen.findByRole('dialog', { name: 'New profile' }));
  await user.click(form.getByRole('button', { name: 'Add profile' }));
  expect(form.getByText('Give the profile a name')).toBeTruthy();
  await user.type(form.getByLabelText('Name'), 'Work{Enter}');
  const list = within(await screen.findByRole('list', { name: 'Profiles' }));
  expect(list.getByText('Local API: Work key')).toBeTruthy();
  expect(list.getByText('Active')).toBeTruthy();

  await user.click(list.getByRole('button', { name: 'Edit Work' }));
  const edit = within(await screen.findByRole('dialog', { name: 'Edit “Work”' }));
  await user.click(edit.getByRole('button', { name: /Local API/ }));
  await user.click(await screen.findByRole('option', { name: 'Home key' }));
  await user.click(edit.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(bridge.state.profiles[0]?.defaults).toEqual([{ serviceId: 'local', apiKeyId: 'home' }]);
  });
  await user.click(await screen.findByRole('button', { name: 'Delete Work' }));
  expect(await screen.findByText('Switch several defaults at once')).toBeTruthy();
  expect(bridge.state.keys).toHaveLength(2);
});
