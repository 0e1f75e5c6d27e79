import type { Page } from '@playwright/test';
import { type App, expect, test } from '../fixtures.ts';
import { Keyboard } from '../keyboard/keyboard.ts';
import { indistinct } from '../look/forced.ts';
import { fillEverything, goTo } from '../look/full.ts';
import { seenMotion, watchMotion } from '../look/motion.ts';

test.describe.configure({ timeout: 300_000 });

const screens = [
  'Requests',
  'Runs',
  'History',
  'Usage',
  'Team keys',
  'Activity',
  'Settings',
  'API keys',
] as const;
const TABS = 20;

function withoutFocusRing(page: Page): Promise<string[]> {
  return page.evaluate(() => window.keyboardProbe?.invisible() ?? []);
}

/** Dialogs, a menu, a message, a list and a skeleton come and go. */
async function moveThings({ window }: App): Promise<void> {
  await window.getByRole('button', { name: 'API key settings' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByRole('button', { name: 'More actions for Laptop' }).click();
  await window.getByRole('menuitem', { name: 'Copy', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Dismiss message' })).toHaveCount(1);
  await window.getByRole('button', { name: 'Dismiss message' }).click();
  await window.keyboard.press('Control+K');
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.evaluate(async () => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const name = rules
      .map((rule) =>
        rule instanceof CSSStyleRule ? /^\.([\w-]*skeleton[\w-]*)$/.exec(rule.selectorText) : null,
      )
      .find((match) => match !== null)?.[1];
    const skeleton = document.createElement('span');
    skeleton.className = name ?? '';
    document.body.append(skeleton);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    skeleton.remove();
  });
}

test('with forced colours controls have edges, states differ and the focus shows; with reduced motion nothing moves', async ({
  start,
}) => {
  const app = await start();
  const { window } = app;
  await fillEverything(app);
  const keyboard = await Keyboard.of(window);
  await window.emulateMedia({ forcedColors: 'active' });
  for (const screen of screens) {
    await test.step(screen, async () => {
      await goTo(window, screen);
      expect.soft(await indistinct(window), screen).toEqual([]);
      for (let press = 0; press < TABS; press += 1) await keyboard.press('Tab');
      expect.soft(await withoutFocusRing(window), `${screen}: had the focus and did not show it`).toEqual([]);
    });
  }
  await test.step('a dialog, a menu and the palette', async () => {
    await window.getByRole('button', { name: 'API key settings' }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    expect.soft(await indistinct(window), 'a dialog').toEqual([]);
    await keyboard.pressEscape();
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('reduced motion', async () => {
    await window.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    await watchMotion(window);
    await moveThings(app);
    expect(await seenMotion(window)).toEqual([]);
  });
  await test.step('motion where nobody asked for none', async () => {
    await window.emulateMedia({ reducedMotion: 'no-preference' });
    await moveThings(app);
    const seen = (await seenMotion(window)).join('\n');
    expect(seen).toMatch(/opacity of .*overlay/);
    expect(seen).toMatch(/transform of .*modal/);
    expect(seen).toMatch(/popover/);
    expect(seen).toMatch(/rise/);
    expect(seen).toMatch(/breathe/);
  });
});
