import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { searchBytes, searchFolder } from '../../support/canary.ts';
import { TeamPage } from '../pages/team-page.ts';
import { type App, expect, test } from '../fixtures.ts';

/** Asks the Local API who the key's user is; null when it is refused. */
async function whoIs(app: App, secret: string): Promise<string | null> {
  const response = await fetch(new URL('/me', app.localApi.url), { headers: { 'X-API-Key': secret } });
  if (response.status !== 200) return null;
  const { user } = (await response.json()) as { user: { fullName: string } };
  return user.fullName;
}

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

test('an admin finds, disables, revokes and exports the keys of the team', async ({ start, userDataDir }) => {
  const app = await start();
  const team = new TeamPage(app.window);
  const own = await app.apiKeys.generate({ name: 'CI pipeline' });
  await app.apiKeys.closeReveal();
  await team.open();

  await test.step('a member is added, and issued a key that Keyfob does not keep', async () => {
    await team.addMember('Grace Hopper', 'grace@example.com');
    await expect(team.member('Grace Hopper')).toContainText('0 keys');
  });
  const hers = await team.issue('Grace Hopper', 'Nightly build');
  await test.step('it is copied while it is shown', async () => {
    await team.handOver().getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => app.desktop.clipboardText()).toBe(hers);
    expect(await seriousFindings(app)).toEqual([]);
    await team.closeHandOver();
    await expect(team.row('Nightly build')).toContainText('Grace Hopper');
    await expect(team.row('Nightly build')).toContainText(hers.slice(-4));
    expect(await whoIs(app, hers)).toBe('Grace Hopper');
    await app.apiKeys.open();
    await expect(app.apiKeys.row('CI pipeline')).toBeVisible();
    await expect(app.apiKeys.row('Nightly build')).toHaveCount(0);
    await team.open();
  });

  await test.step('a key is found by its value, by the button and by pasting, and the value stays out of the page', async () => {
    await app.desktop.setClipboardText(hers);
    await team.search().focus();
    await app.window.keyboard.press('Control+V');
    const note = app.window.getByRole('status', { name: 'Find by key value' });
    await expect(note).toContainText('“Nightly build” of Grace Hopper');
    await expect.poll(() => team.names()).toEqual(['Nightly build']);
    await expect(team.search()).toHaveValue('');
    expect(await app.window.content()).not.toContain(hers);
    await app.desktop.setClipboardText('something-else-0123456789');
    await app.window.getByRole('button', { name: 'Find by key value' }).click();
    await expect(note).toContainText('no key of this team');
    await note.getByRole('button').click();
  });

  await test.step('search, filters and order', async () => {
    await expect.poll(() => team.names()).toEqual(['Nightly build', 'CI pipeline']);
    await team.choose('Sort', 'Oldest');
    await expect.poll(() => team.names()).toEqual(['CI pipeline', 'Nightly build']);
    await team.choose('Sort', 'Recently used');
    await expect.poll(() => team.names()).toEqual(['Nightly build', 'CI pipeline']);
    await team.search().fill('pipe');
    await expect.poll(() => team.names()).toEqual(['CI pipeline']);
    await team.search().fill('');
    await team.choose('Creator', 'Grace Hopper');
    await expect.poll(() => team.names()).toEqual(['Nightly build']);
    await team.choose('State', 'Revoked');
    await expect(app.window.getByText('No key matches')).toBeVisible();
    await app.window.getByRole('button', { name: 'Show all keys' }).click();
    await expect.poll(() => team.names()).toHaveLength(2);
  });

  await test.step('many are disabled and enabled at once', async () => {
    await team.select('CI pipeline', 'Nightly build');
    await expect(team.selection()).toContainText('2 of 2 keys selected');
    await team.selection().getByRole('button', { name: 'Disable' }).click();
    await expect(team.row('Nightly build')).toContainText('Disabled');
    expect([await whoIs(app, own), await whoIs(app, hers)]).toEqual([null, null]);
    await team.selection().getByRole('button', { name: 'Enable' }).click();
    await expect(team.row('Nightly build')).toContainText('Active');
    expect(await whoIs(app, hers)).toBe('Grace Hopper');
    await team.selection().getByRole('button', { name: 'Clear selection' }).click();
  });

  await test.step('all are revoked after a question that names them, with the reason', async () => {
    expect(await seriousFindings(app)).toEqual([]);
    await team.selection().getByRole('button', { name: 'Select all' }).click();
    await team.selection().getByRole('button', { name: 'Revoke…' }).click();
    await expect(app.window.getByRole('alertdialog')).toContainText('1 key of your own');
    await team.confirmRevoke('2 keys', 'Exposed');
    await expect(team.row('Nightly build')).toContainText('Exposed');
    await expect(team.selection().getByRole('button', { name: 'Select all' })).toBeFocused();
    expect([await whoIs(app, own), await whoIs(app, hers)]).toEqual([null, null]);
    await app.apiKeys.open();
    await expect(app.apiKeys.row('CI pipeline')).toHaveCount(0);
    await team.open();
    await app.desktop.setClipboardText(own);
    await app.window.getByRole('button', { name: 'Find by key value' }).click();
    await expect(app.window.getByRole('status', { name: 'Find by key value' })).toContainText(
      'works no longer',
    );
    await app.window.getByRole('button', { name: 'Show all keys' }).click();
  });

  await test.step('the export holds every key and no value', async () => {
    const path = join(userDataDir, 'team-keys.csv');
    await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
    await app.window.getByRole('button', { name: 'Export CSV…' }).click();
    await expect(app.window.getByRole('region', { name: 'Messages' })).toContainText('Saved 2 keys');
    const csv = await readFile(path);
    expect(csv.toString()).toContain('Nightly build,API key,');
    expect(searchBytes('export', csv, [own, hers])).toEqual([]);
  });

  await test.step('a member without live keys is removed', async () => {
    await app.window.getByRole('button', { name: 'More actions for Grace Hopper' }).click();
    await app.window.getByRole('menuitem', { name: 'Remove' }).click();
    await app.window.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(team.member('Grace Hopper')).toHaveCount(0);
    await expect(team.row('Nightly build')).toContainText('Grace Hopper');
  });

  await test.step('no value is left anywhere', async () => {
    await app.close();
    expect(await searchFolder(userDataDir, [own, hers])).toEqual([]);
  });
});
