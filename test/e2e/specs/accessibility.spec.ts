import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../fixtures.ts';
import { command } from '../keyboard/seed.ts';

async function seriousFindings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    // React Aria's announcer points at the option that was chosen, for seconds longer than the option is there.
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const screens = [
  'API keys',
  'Requests',
  'Runs',
  'History',
  'Usage',
  'Team keys',
  'Activity',
  'Exposed keys',
  'Settings',
] as const;

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${theme}`, async ({ start }) => {
    const app = await start();
    await app.window.evaluate((chosen) => window.keyfob.invoke('preferences.set', { theme: chosen }), theme);
    expect(await seriousFindings(app.window)).toEqual([]);
    await app.apiKeys.generate({ name: 'Seen by axe', expires: '7 days' });
    expect(await seriousFindings(app.window)).toEqual([]);
    await app.apiKeys.closeReveal();
    await app.requests.open();
    await app.requests.get('{{baseUrl}}/me');
    await app.requests.expectStatus(200);
    for (const screen of screens) {
      await test.step(screen, async () => {
        await app.window.getByRole('navigation').getByRole('link', { name: screen }).click();
        await expect(app.window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
        expect(await seriousFindings(app.window)).toEqual([]);
      });
    }
  });
}

/** A window of 1280 × 800 that is enlarged twice shows as much as one of half its size. */
const ENLARGED = { width: 640, height: 400 };

test('axe finds nothing serious at 200 %, and every screen fits the width; nor in the sheet of shortcuts', async ({
  start,
}) => {
  const app = await start();
  const { window } = app;
  await window.setViewportSize(ENLARGED);
  for (const screen of screens) {
    await test.step(screen, async () => {
      await window.getByRole('navigation').getByRole('link', { name: screen }).click();
      await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
      expect(await seriousFindings(window)).toEqual([]);
      expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBe(ENLARGED.width);
    });
  }
  const link = window.getByRole('navigation').getByRole('link', { name: 'Settings' });
  await link.focus();
  await app.desktop.clickMenuItem('&Help', 'Keyboard Shortcuts');
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(link).toBeFocused();
  await window.keyboard.press('?');
  await command(window, 'preferences.set', { theme: 'dark' });
  await expect(sheet).toBeVisible();
  await window.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await seriousFindings(window)).toEqual([]);
});

test('axe finds nothing serious in the dialogs of requests and settings, nor in the set-up of a run', async ({
  start,
}) => {
  const app = await start();
  const { window } = app;
  const { id } = await command(window, 'environments.create', { name: 'Staging' });
  const origins = ['https://staging.test'];
  await command(window, 'environments.setSecret', { id, name: 'token', secret: 'only a test', origins });
  const look = async (title: string | RegExp) => {
    await expect(window.getByRole('dialog', { name: title })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await command(window, 'preferences.set', { theme });
      await window.waitForFunction(
        (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
        theme === 'dark',
      );
      expect(await seriousFindings(window), String(title)).toEqual([]);
    }
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog', { name: title })).toBeHidden();
  };
  const press = (name: string | RegExp) => window.getByRole('button', { name }).first().click();
  await app.requests.open();
  for (const [opener, title] of [
    ['New environment', /^New environment/],
    ['Add secret variable', /^Add secret variable/],
    ['Use', 'Environments'],
  ] as const) {
    if (opener !== 'Add secret variable' && opener !== 'Use') await press('Edit environments');
    await expect(window.getByText(/^Sealed; to/)).toBeVisible();
    await window.getByRole('dialog').getByRole('button', { name: opener, exact: true }).click();
    await look(title);
  }
  await app.requests.url().fill('https://api.test/');
  await window.keyboard.press('Control+Shift+S');
  await look(/^Save request/);
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await press('Add a client certificate…');
  await look('Add a client certificate');
  await window.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
  await expect(window.getByRole('form', { name: 'Set up a run' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
});

/** Presses Tab until the control with this name has the focus; fails when the focus comes round without meeting it. */
async function tabTo(app: App, name: RegExp, limit = 60): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < limit; press += 1) {
    await app.window.keyboard.press('Tab');
    const label = await app.window.evaluate(() => {
      const focused = document.activeElement;
      return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''} ${(focused as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ''}`.trim();
    });
    seen.push(label);
    if (name.test(label)) return;
  }
  throw new Error(`No ${String(name)} among: ${seen.join(' → ')}`);
}

test('the main job is done with the keyboard alone', async ({ start }) => {
  const app = await start();
  const { keyboard } = app.window;
  await tabTo(app, /^Generate API Key/);
  await keyboard.press('Enter');
  const dialog = app.window.getByRole('dialog', { name: 'Generate API Key' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await expect(app.apiKeys.reveal()).toBeVisible();
  await app.apiKeys.revealed();
  await keyboard.press('Escape');
  await expect(app.apiKeys.reveal()).toBeHidden();

  await tabTo(app, /^More actions for By keyboard/);
  await keyboard.press('Enter');
  for (const action of ['Copy', 'Use in a request', 'Regenerate', 'Rename', 'Set expiration', 'Delete']) {
    await expect(app.window.getByRole('menuitem', { name: action, exact: true })).toBeVisible();
  }
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(app.requests.url()).toBeVisible();
  await app.requests.url().focus();
  await keyboard.press('Control+A');
  await keyboard.type('{{baseUrl}}/me');
  await keyboard.press('Control+Enter');
  await app.requests.expectStatus(200);
});
