import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const NAMES = [
  `</script><script>document.title = 'run'</script>`,
  `<img src=x onerror="document.title = 'run'">`,
  `a style="color:red" $& $\` {first-page-nonce} &lt;b&gt;`,
  'מפתח אמת',
];

/** Keeps the window's code from taking over until it is let: it waits for frames, which this holds back. */
const HOLD = `
  const held = [];
  const real = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (draw) => held.push(draw);
  globalThis.letTakeOver = () => {
    globalThis.requestAnimationFrame = real;
    for (const draw of held.splice(0)) real(draw);
  };
  globalThis.shifts = [];
  new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });`;

/** Loads the page anew; it is drawn, and none of its code but the hold has run. */
async function loadHeld(page: Page): Promise<void> {
  // The thread that draws may have to start: a page that would come too late is served as it was built.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('#first-page-answers')).toBeAttached({ timeout: 500 });
  }).toPass();
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
}

async function takeOver(page: Page): Promise<void> {
  await page.evaluate('letTakeOver()');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
}

test('the page is served as it will look, and what is done before its code is there is not lost', async ({
  start,
}) => {
  const app = await start();
  const page = app.window;
  for (const name of NAMES) {
    const made = await page.evaluate(
      (text) =>
        window.keyfob.invoke('keys.generate', {
          name: text,
          serviceId: 'local',
          expiry: { kind: 'never' },
        }),
      name,
    );
    expect(made).toMatchObject({ ok: true });
  }
  await page.addInitScript(HOLD);
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', ({ message }) => problems.push(message));

  for (const look of [
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'de' },
  ] as const) {
    await test.step(`it is the window's own page, to the pixel, ${look.theme} and ${look.language}`, async () => {
      await page.evaluate((wanted) => window.keyfob.invoke('preferences.set', wanted), look);
      await loadHeld(page);
      for (const name of NAMES)
        await expect(app.apiKeys.row(name).or(page.getByTitle(name)).first()).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', look.language);
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
      const served = await page.screenshot();
      await takeOver(page);
      expect((await page.screenshot()).equals(served)).toBe(true);
      expect(await page.evaluate('shifts')).toEqual([]);
      expect(await page.title()).toBe('Keyfob');
    });
  }
  await page.evaluate(() => window.keyfob.invoke('preferences.set', { theme: 'light', language: 'en' }));

  await test.step('a press is answered when the code is there', async () => {
    await loadHeld(page);
    await page.getByRole('button', { name: 'Generate API Key' }).click();
    await takeOver(page);
    await expect(page.getByRole('dialog', { name: 'Generate API Key' })).toBeVisible();
  });

  await test.step('what was typed stays, with the focus, and is searched for', async () => {
    await loadHeld(page);
    await page.getByRole('searchbox', { name: 'Search API keys' }).pressSequentially('אמת');
    await takeOver(page);
    await expect(page.getByRole('searchbox', { name: 'Search API keys' })).toBeFocused();
    await expect(page.getByRole('searchbox', { name: 'Search API keys' })).toHaveValue('אמת');
    await expect(app.apiKeys.row('מפתח אמת')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(2);
  });

  await test.step('a shortcut and a link are followed', async () => {
    await loadHeld(page);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.keyboard.press('ControlOrMeta+k');
    await takeOver(page);
    await expect(page.getByRole('dialog', { name: 'Search Keyfob' })).toBeVisible();
    await expect(page.locator('[data-screen="settings"]')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  await test.step('a change that came while the page was not listening is shown', async () => {
    await loadHeld(page);
    await page.evaluate(async (name) => {
      const found = await window.keyfob.invoke('keys.find', { search: name, besides: '', limit: 1 });
      if (found.ok)
        await window.keyfob.invoke('keys.rename', { id: found.value[0]?.id ?? '', name: 'Renamed' });
    }, 'מפתח אמת');
    await takeOver(page);
    await expect(app.apiKeys.row('Renamed')).toBeVisible();
  });
  expect(problems).toEqual([]);
});
