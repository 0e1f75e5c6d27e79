import { join } from 'node:path';
import { type Camera, picturesFolderOf, takePage, themes } from './camera.ts';
import { someKeys } from './keys.ts';

/** The window that finds a key and copies it: with keys, with none that match, and locked. In its own size alone. */
export async function quickCopyPictures(camera: Camera): Promise<void> {
  const { keyfob, command } = camera;
  await someKeys(camera);
  await command('desktop.setQuickCopy', { isOn: true, shortcut: 'CmdOrCtrl+Alt+K' });
  await keyfob.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['keyfob', '--quick-copy'], '/', {});
  });
  let page = camera.window;
  for (let tries = 0; !page.url().includes('quick-copy') && tries < 100; tries += 1) {
    page = await keyfob.currentWindow();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const take = async (name: string): Promise<void> => {
    for (const theme of themes) {
      await command('preferences.set', { theme });
      await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
      await takePage(page, join(picturesFolderOf('en'), `${name}-${theme}.png`));
    }
    process.stdout.write(`${name}\n`);
  };
  const field = page.getByRole('combobox', { name: 'Search keys' });
  await page.getByRole('option').first().waitFor();
  await field.press('ArrowDown');
  await take('quick-copy');
  await field.fill('none of these');
  await page.getByText('No key is called').waitFor();
  await take('quick-copy-nothing');
  await command('vault.lock', {});
  await page.getByRole('heading', { name: 'Keyfob is locked' }).waitFor();
  for (const theme of themes) {
    await page.evaluate((wanted) => {
      document.documentElement.dataset['theme'] = wanted;
    }, theme);
    await takePage(page, join(picturesFolderOf('en'), `quick-copy-locked-${theme}.png`));
  }
}
