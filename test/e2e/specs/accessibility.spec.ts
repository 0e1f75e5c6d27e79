import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../fixtures.ts';

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
