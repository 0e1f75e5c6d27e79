import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';
import { holds } from '../support/holds.ts';

const COLLECTION = JSON.stringify({
  info: { name: 'Opened', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [{ name: 'One', request: { method: 'GET', url: 'https://a.example/' } }],
});

let keyfob: LaunchedKeyfob;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyfob-opened-'));
  await writeFile(join(folder, 'started.json'), COLLECTION);
  await writeFile(join(folder, 'second.json'), COLLECTION);
  await writeFile(join(folder, 'no-json.json'), '#!/bin/sh\nrm -rf "$HOME"');
  await writeFile(join(folder, 'huge.json'), Buffer.alloc(33 * 1024 * 1024, ' '));
  await mkdir(join(folder, 'folder.json'));
  await writeFile(join(folder, 'folder.json', 'inside.json'), COLLECTION);
  keyfob = await launchKeyfob({ masterKey: 'memory', args: [join(folder, 'started.json')] });
});

afterAll(async () => {
  await keyfob.close();
  await rm(folder, { recursive: true, force: true });
});

const preview = () => keyfob.window.getByRole('dialog');

async function open(args: readonly string[], way: 'open-file' | 'second-instance'): Promise<void> {
  await keyfob.evaluate(
    ({ app }, passed) => {
      const event = { preventDefault: () => undefined };
      if (passed.way === 'open-file') for (const path of passed.args) app.emit('open-file', event, path);
      else app.emit('second-instance', event, ['keyfob', ...passed.args], passed.folder, null);
    },
    { args, way, folder },
  );
}

/** All that an import could have changed. */
async function state(): Promise<unknown> {
  const files = await readdir(keyfob.userDataDir).then((names) =>
    names.filter((name) => /^(?:Collections|Environments)$/.test(name)),
  );
  const answers = await keyfob.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'keyfob') as {
      invoke: (command: string, input: unknown) => Promise<unknown>;
    };
    const asked = ['collections.list', 'environments.list', 'keys.list', 'services.list'];
    return await Promise.all(asked.map((command) => bridge.invoke(command, {})));
  });
  return { files, answers };
}

test(
  'a file that Keyfob was started with is shown before anything is kept',
  holds('bridge.opened-files'),
  async () => {
    const before = await state();
    await expect.poll(() => preview().count()).toBe(1);
    expect(await preview().textContent()).toContain('Opened');
    expect(await state()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('Opened');
    await keyfob.window.keyboard.press('Escape');
    await expect.poll(() => preview().count()).toBe(0);
  },
);

test.each(['open-file', 'second-instance'] as const)(
  'what is no file to import is refused, and the next one is shown, by %s',
  holds('bridge.opened-files'),
  async (way) => {
    const before = await state();
    for (const name of ['missing.json', 'folder.json', 'no-json.json', 'huge.json']) {
      await open([join(folder, name)], way);
      // Whatever the window makes of it, it is no preview.
      await expect
        .poll(() =>
          keyfob.window
            .getByRole('alertdialog')
            .or(keyfob.window.getByText(/cannot be|too large|more than/))
            .count(),
        )
        .toBeGreaterThan(0);
      expect(await preview().count()).toBe(0);
    }
    await open(
      [
        '--import=second.json',
        '--user-data-dir=/tmp/second.json',
        'https://evil.test/second.json',
        'file://evil.test/second.json',
        'keyfob://requests?import=second.json',
        `/${'second/'.repeat(100_000)}a.json`,
        'second.json\u0000',
        '/dev/zero',
      ],
      way,
    );
    expect(await preview().count()).toBe(0);
    await open([join(folder, 'second.json')], way);
    await expect.poll(() => preview().count()).toBe(1);
    expect(await state()).toEqual(before);
    await keyfob.window.keyboard.press('Escape');
    await expect.poll(() => preview().count()).toBe(0);
  },
);

test('a file that is opened while Keyfob is locked waits for the unlocking', async () => {
  // Keys in memory alone cannot be locked away: a passphrase holds the master key from here on.
  await keyfob.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'keyfob') as {
      invoke: (command: string, input: unknown) => Promise<unknown>;
    };
    await bridge.invoke('vault.usePassphrase', { passphrase: 'correct horse battery staple' });
    await bridge.invoke('vault.lock', {});
  });
  await open([join(folder, 'second.json')], 'second-instance');
  await keyfob.window.getByRole('textbox', { name: 'Passphrase' }).waitFor();
  expect(await keyfob.window.locator('body').textContent()).not.toContain('Opened');
  await keyfob.window.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse battery staple');
  await keyfob.window.keyboard.press('Enter');
  await expect.poll(() => preview().count(), { timeout: 10_000 }).toBe(1);
});
