import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { LaunchedKeyfob } from '../../test/support/launch.ts';
import type { Language } from '../../shared/domain/language.ts';
import { german } from '../../shared/texts/de/german.ts';
import { speak as speechOf, type Speech } from '../../shared/texts/speech.ts';
import { englishIn, textsOn } from '../../test/support/english-left.ts';
import { smallerPng } from './smaller-png.ts';

const project = join(import.meta.dirname, '..', '..');

/** Where pictures go: those in English are the guide's, those in another language are to be looked at and not kept. */
export function picturesFolderOf(language: Language): string {
  return language === 'en'
    ? join(project, 'docs', 'pictures')
    : join(project, 'test-results', 'pictures', language);
}

export const themes = ['light', 'dark'] as const;
const sizes = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'narrow', width: 900, height: 600 },
] as const;

/** A running Keyfob, how to bring it into a state, and how to take that. */
export interface Camera {
  readonly keyfob: LaunchedKeyfob;
  readonly window: Page;
  /** Gives a command as the window would. The answer is what the contract says. */
  command<Value = unknown>(name: string, input: object): Promise<Value>;
  /** Takes what the window shows now, in both themes and both sizes; with `at`, scrolled to that place. */
  take(name: string, at?: Locator): Promise<void>;
  /** The language in which pictures are taken. */
  readonly speech: Speech;
  /**
   * As `take`, for a state in which neither theme nor language can be changed: it is entered and left again for each theme,
   * in the language of the pictures.
   */
  takeWithin(name: string, state: { enter(): Promise<void>; leave(): Promise<void> }): Promise<void>;
  go(screen: string): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  /** Chooses from the menu of a row. */
  choose(row: string, item: string): Promise<void>;
  dialog(): Locator;
  close(): Promise<void>;
}

/** Takes a page as it is, once nothing moves but what never ends, as the caret of an editor. */
export async function takePage(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
  await writeFile(path, smallerPng(await page.screenshot({ animations: 'disabled' })));
}

/** Screens are found by their English names; `language` is that in which they are taken. */
export function cameraOf(keyfob: LaunchedKeyfob, language: Language = 'en'): Camera {
  const picturesFolder = picturesFolderOf(language);
  const { window } = keyfob;
  /** Another language is looked at in each theme and each size once. */
  const sizesOf = (theme: (typeof themes)[number]) =>
    language === 'en' ? sizes : [sizes[theme === 'light' ? 0 : 1]];
  const command = async <Value>(name: string, input: object): Promise<Value> => {
    const reply = await window.evaluate(
      async ([asked, argument]) => {
        const bridge = Reflect.get(globalThis, 'keyfob') as {
          invoke(c: unknown, i: unknown): Promise<{ ok: boolean; value?: unknown; error?: unknown }>;
        };
        return await bridge.invoke(asked, argument);
      },
      [name, input] as const,
    );
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value as Value; // Whoever asks knows the command.
  };
  /** The page learns of a theme a moment after the main process was told. */
  const show = async (theme: (typeof themes)[number]): Promise<void> => {
    await command('preferences.set', { theme });
    await window.waitForFunction(
      (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
      theme === 'dark',
    );
  };
  const speak = async (spoken: Language): Promise<void> => {
    await command('preferences.set', { language: spoken });
    await window.locator(`html[lang|="${spoken}"]`).waitFor({ state: 'attached' });
  };
  const told = new Set<string>();
  const english = language === 'en' ? () => [] : englishIn();
  /** Once for each text: what stays in English where another language is spoken. */
  const tellEnglish = (texts: readonly string[]): void => {
    for (const text of texts) {
      const words = english(text);
      if (words.length === 0 || told.has(text)) continue;
      told.add(text);
      process.stdout.write(`  in English (${words.join(', ')}): ${text.slice(0, 200)}\n`);
    }
  };
  const takeSpoken = async (path: string): Promise<void> => {
    await takePage(window, path);
    if (language !== 'en') tellEnglish(await textsOn(window));
  };
  /** Does something in the language of the pictures; before and after it, English is spoken. */
  const within = async (work: () => Promise<void>): Promise<void> => {
    if (language !== 'en') await speak(language);
    await work();
    if (language !== 'en') await speak('en');
  };
  const speech = speechOf({ language, locale: language }, german);
  return {
    keyfob,
    window,
    command,
    speech,
    async take(name, at) {
      for (const theme of themes) {
        await show(theme);
        for (const size of sizesOf(theme)) {
          await window.setViewportSize(size);
          await at?.scrollIntoViewIfNeeded();
          await at?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
          await within(() => takeSpoken(join(picturesFolder, `${name}-${theme}-${size.name}.png`)));
        }
      }
      await window.setViewportSize(sizes[0]);
      process.stdout.write(`${name}\n`);
    },
    async takeWithin(name, { enter, leave }) {
      for (const theme of themes) {
        await show(theme);
        await within(async () => {
          await enter();
          for (const size of sizesOf(theme)) {
            await window.setViewportSize(size);
            await takeSpoken(join(picturesFolder, `${name}-${theme}-${size.name}.png`));
          }
          await leave();
        });
      }
      await window.setViewportSize(sizes[0]);
      process.stdout.write(`${name}\n`);
    },
    async go(screen) {
      await window.getByRole('navigation').getByRole('link', { name: screen }).click();
      await window.getByRole('heading', { level: 1, name: screen }).waitFor();
    },
    press: (name) => window.getByRole('button', { name }).first().click(),
    async choose(row, item) {
      await window
        .getByRole('button', { name: `More actions for ${row}` })
        .first()
        .click();
      await window.getByRole('menuitem', { name: item }).click();
    },
    dialog: () => window.locator('[role=dialog],[role=alertdialog]').last(),
    close: () => keyfob.close(),
  };
}
