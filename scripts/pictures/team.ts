import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

/** The admins' dashboard: nothing yet, many keys, some of them chosen, the question before they end. */
export async function teamPictures(camera: Camera): Promise<void> {
  const { window, take, press, command } = camera;
  await camera.go('Team keys');
  await take('team-empty');
  await press('Add member');
  await window.getByLabel('Name', { exact: true }).fill('Grace Hopper');
  await window.getByLabel('E-mail', { exact: true }).fill('grace@example.com');
  await take('team-member');
  await camera.dialog().getByRole('button', { name: 'Add member' }).click();
  await camera.dialog().waitFor({ state: 'detached' });
  await someKeys(camera);
  await moreTeamKeys(camera);
  await take('team');
  for (const name of ['Nightly build', 'Load test']) {
    const row = window
      .getByRole('row')
      .filter({ has: window.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
    await row.focus();
    await window.keyboard.press('Space');
  }
  await take('team-selection');
  await press(/^Revoke/);
  await window.getByRole('alertdialog').waitFor();
  await take('team-revoke');
  await window.keyboard.press('Escape');
  await press('Issue API Key');
  await take('team-issue');
  await window.keyboard.press('Escape');
  await take('team-members', window.getByRole('region', { name: 'Members' }));
  await command('preferences.set', { theme: 'light' });
}

async function moreTeamKeys({ command }: Camera): Promise<void> {
  const katherine = await command<{ id: string }>('team.addMember', {
    name: 'Katherine Johnson',
    email: 'katherine@example.com',
    role: 'admin',
  });
  const members = await command<{ id: string; name: string }[]>('team.listMembers', {});
  const grace = members.find(({ name }) => name === 'Grace Hopper');
  for (const [memberId, name, days] of [
    [grace?.id, 'Nightly build', 30],
    [grace?.id, 'Load test', 7],
    [katherine.id, 'Release notes', 90],
    [katherine.id, 'Trajectory service', 365],
  ] as const)
    await command('team.issueKey', { memberId, name, expiry: { kind: 'after-days', days } });
}
