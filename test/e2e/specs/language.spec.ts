import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** A header's name, which is the same in every language. */
const HEADER = 'X-API-Key';

/** Words of English that no text in German holds. */
const ENGLISH = /\b(the|and|key|keys|service|with|never|last|used|created|expires|search|add|generate)\b/i;

async function chooseLanguage(
  page: Page,
  { label, option }: { label: string; option: string },
): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** What is shown and what is said, but for what a person typed. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return page.locator('#root').evaluate((root) =>
    [...root.querySelectorAll('*')]
      .filter((element) => element.closest('[hidden], [style*="display: none"]') === null)
      .flatMap((element) => [
        ...[...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent ?? ''),
        ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      ])
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  );
}

test('speaks German at once, in the window, the tray and the menus, and goes on after a restart', async ({
  start,
}) => {
  const app = await start();
  const page = app.window;
  await app.apiKeys.generate({ name: 'CI' });
  await app.apiKeys.closeReveal();

  await test.step('it is chosen in the settings', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await chooseLanguage(page, { label: 'Language', option: 'Deutsch' });
    await expect(page.getByRole('heading', { name: 'Darstellung' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  });

  await test.step('the page of keys holds no English', async () => {
    await page.getByRole('link', { name: 'API-Schlüssel' }).click();
    await expect(page.getByRole('heading', { name: 'API-Schlüssel', level: 1 })).toBeVisible();
    await expect(page.getByText('1 Schlüssel', { exact: true }).first()).toBeVisible();
    await page.getByRole('searchbox').fill('nichts');
    await expect(page.getByText('Kein passender Schlüssel')).toBeVisible();
    await page.getByRole('button', { name: 'Suche leeren' }).last().click();
    expect((await textsOf(page)).filter((text) => ENGLISH.test(text) && text !== HEADER)).toEqual([]);
  });

  await test.step('dates and plurals are German', async () => {
    const created = await page.locator('time').first().textContent();
    expect(created).toMatch(/^\d{1,2}\. \p{L}{3,4}\.? \d{4}$/u);
    await expect(page.getByRole('button', { name: 'Weitere Aktionen für CI' })).toBeVisible();
  });

  await test.step('it fits a small window, and has no serious finding', async () => {
    await page.setViewportSize({ width: 900, height: 600 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-live-announcer]')
      .analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });

  await test.step('the tray speaks it too', async () => {
    await expect
      .poll(async () => JSON.stringify(await app.desktop.trayMenuItems()))
      .toContain('Keyfob beenden');
    expect(JSON.stringify(await app.desktop.menuItems())).toContain('Einstellungen …');
  });

  await test.step('so do a notification, a dialog for a file and an error of the main process', async () => {
    await page.getByRole('button', { name: 'Weitere Aktionen für CI' }).click();
    await page.getByRole('menuitem', { name: 'Kopieren', exact: true }).click();
    await expect.poll(async () => (await app.desktop.notifications()).at(-1)?.title).toMatch(/^„CI“ kopiert/);
    await page.getByRole('link', { name: 'Aktivität' }).click();
    await page.getByRole('button', { name: 'Aktivität exportieren' }).click();
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    await expect.poll(async () => (await app.desktop.dialogs()).at(-1)?.title).toBe('Aktivität exportieren');
    await page.getByRole('link', { name: 'Anfragen' }).click();
    await page.getByRole('textbox', { name: 'URL', exact: true }).fill('http://ada:x@127.0.0.1/');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Eine URL darf weder Benutzernamen noch Passwort enthalten.')).toBeVisible();
  });

  await app.close();
  const again = await start();
  await expect(again.window.getByRole('heading', { name: 'API-Schlüssel', level: 1 })).toBeVisible();

  await test.step('and English again', async () => {
    await again.window.getByRole('link', { name: 'Einstellungen' }).click();
    await chooseLanguage(again.window, { label: 'Sprache', option: 'English' });
    await expect(again.window.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  });
});
