import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, expect } from '../fixtures.ts';
import { command, seedEverything, seedRuns } from '../keyboard/seed.ts';

/** Gives every screen something to show: a request with its answer and runs among them, and a key that lies in a file. */
export async function fillEverything({ window, requests, desktop }: App): Promise<void> {
  await seedEverything(window);
  // Without keys, so that she may be removed.
  await command(window, 'team.addMember', { name: 'Ada King', email: 'king@example.com', role: 'member' });
  const { id } = await command(window, 'environments.create', { name: 'Staging' });
  const origins = ['https://staging.test'];
  await command(window, 'environments.setSecret', { id, name: 'token', secret: 'only a test', origins });
  await requests.open();
  await requests.get('{{baseUrl}}/me');
  await requests.expectStatus(200);
  await seedRuns(window);
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-scanned-'));
  try {
    const [key] = await command(window, 'keys.list', {});
    if (key !== undefined) await command(window, 'keys.copy', { id: key.id });
    await writeFile(join(folder, '.env'), `KEY=${await desktop.clipboardText()}\n`);
    await goTo(window, 'Exposed keys');
    await desktop.queueDialogAnswer({ kind: 'files', paths: [folder] });
    await window.getByRole('button', { name: 'Scan a folder…' }).first().click();
    await expect(window.getByText('.env', { exact: true })).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await dismissMessages(window);
}

export async function goTo(window: App['window'], screen: string): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: screen }).click();
  await expect(window.getByRole('heading', { level: 1, name: screen, exact: true })).toBeVisible();
}

async function dismissMessages(window: App['window']): Promise<void> {
  const messages = window.getByRole('button', { name: 'Dismiss message' });
  await expect(async () => {
    for (const message of await messages.all()) await message.click({ timeout: 1_000 });
    expect(await messages.count()).toBe(0);
  }).toPass();
}

/** Changes the theme and waits until the page has it. */
export async function showTheme(window: App['window'], theme: 'light' | 'dark'): Promise<void> {
  await command(window, 'preferences.set', { theme });
  await window.waitForFunction(
    (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
    theme === 'dark',
  );
}
