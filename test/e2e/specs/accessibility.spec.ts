import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, expect, test } from '../fixtures.ts';
import { command } from '../keyboard/seed.ts';
import { seriousFindings } from '../look/axe.ts';
import { ENLARGED, notFitting } from '../look/fit.ts';
import { fillEverything, goTo, showTheme } from '../look/full.ts';
import { farthest, shiftsOf, watchShifts } from '../look/shift.ts';
import { RunsPage } from '../pages/runs-page.ts';

// Axe takes a second a look, and longer where others work.
test.describe.configure({ timeout: 300_000 });

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

const NORMAL = { width: 1280, height: 800 };

type Way = (window: App['window']) => Promise<unknown>;
const press =
  (name: string | RegExp): Way =>
  (window) =>
    window.getByRole('button', { name }).first().click();
const choose =
  (menu: string | RegExp, item: string): Way =>
  async (window) => {
    await press(menu)(window);
    await window.getByRole('menuitem', { name: item }).click();
  };

/** The dialogs of screens that are full, and how they are opened. */
const dialogs: Readonly<Partial<Record<(typeof screens)[number], Readonly<Record<string, Way>>>>> = {
  'API keys': {
    'API key settings': press('API key settings'),
    'Add existing key': press('Add existing key'),
    'Generate API Key': press('Generate API Key'),
    'Share a collection': press('Share a collection'),
    Details: choose('More actions for CI pipeline', 'Details'),
    'This key was exposed': choose('More actions for CI pipeline', 'This key was exposed…'),
  },
  Runs: {
    'One of the requests of a run': (window) => new RunsPage(window).rows().first().press('Enter'),
    'Compare two runs': choose('More actions for this run', 'Compare'),
    'Delete this run': choose('More actions for this run', 'Delete'),
  },
  History: { 'Clear history': press('Clear history') },
  'Team keys': {
    'Issue API Key': press('Issue API Key'),
    'Add member': press('Add member'),
    'Edit a member': choose('More actions for Grace Hopper', 'Edit'),
    'Remove a member': choose('More actions for Ada King', 'Remove'),
    async 'Hand over an issued key'(window) {
      await press('Issue API Key')(window);
      await window.getByRole('textbox', { name: 'Name' }).fill('Handed over');
      await window.getByRole('dialog').getByRole('button', { name: 'Issue API Key' }).click();
      await window.getByRole('textbox', { name: 'API key' }).waitFor();
    },
    async 'Revoke keys'(window) {
      await window.getByRole('checkbox', { name: 'Select Nightly build' }).press('Space');
      await press(/^Revoke/)(window);
    },
  },
};

/** What is looked at as it is, and enlarged: nothing serious, and nothing that does not fit. */
async function look(app: App, what: string, within = 'html'): Promise<void> {
  for (const size of [NORMAL, ENLARGED]) {
    await app.window.setViewportSize(size);
    expect.soft(await seriousFindings(app.window, within), what).toEqual([]);
  }
  expect.soft(await notFitting(app.window), `${what}, enlarged`).toEqual([]);
  await app.window.setViewportSize(NORMAL);
}

/** The dialog that is open, enlarged; closes it. */
async function lookAtDialog(window: App['window'], name: string): Promise<void> {
  const open = window.getByRole('dialog').or(window.getByRole('alertdialog'));
  await expect(open).toHaveCount(1);
  await window.setViewportSize(ENLARGED);
  expect.soft(await seriousFindings(window, '[role=dialog],[role=alertdialog]'), name).toEqual([]);
  expect.soft(await notFitting(window), `${name}, enlarged`).toEqual([]);
  await window.setViewportSize(NORMAL);
  await window.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, full and at 200 %, ${theme}`, async ({ start }) => {
    const app = await start();
    const { window } = app;
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
    await app.apiKeys.generate({ name: 'Seen by axe', expires: '7 days' });
    expect(await seriousFindings(window)).toEqual([]);
    await app.apiKeys.closeReveal();
    await fillEverything(app);
    await watchShifts(window);
    for (const screen of screens) {
      await test.step(screen, async () => {
        await shiftsOf(window);
        await goTo(window, screen);
        expect.soft(farthest(await shiftsOf(window)), `${screen}, while it loads`).toEqual([]);
        await look(app, screen);
        for (const [name, open] of Object.entries(dialogs[screen] ?? {})) {
          await open(window);
          await lookAtDialog(window, name);
        }
      });
    }
  });
}

test('axe finds nothing serious at 200 %, and every screen fits the width; nor in the sheet of shortcuts, nor where the ledger is closed', async ({
  start,
  userDataDir,
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
  await app.close();

  await writeFile(join(userDataDir, 'keyfob.db'), 'no longer a ledger');
  const closed = await start();
  await closed.window.getByRole('button', { name: 'Start with an empty ledger' }).waitFor();
  for (const shown of ['dark', 'light'] as const) {
    await showTheme(closed.window, shown);
    await look(closed, `a closed ledger, ${shown}`);
  }
  await closed.window.getByRole('button', { name: 'Start with an empty ledger' }).click();
  await lookAtDialog(closed.window, 'Start with an empty ledger');
});

test('axe finds nothing serious in the dialogs of requests and settings, nor in the set-up of a run', async ({
  start,
  userDataDir,
}) => {
  const app = await start();
  const { window } = app;
  const { id } = await command(window, 'environments.create', { name: 'Staging' });
  const origins = ['https://staging.test'];
  await command(window, 'environments.setSecret', { id, name: 'token', secret: 'only a test', origins });
  const look = async (title: string | RegExp, role: 'dialog' | 'alertdialog' = 'dialog') => {
    await expect(window.getByRole(role, { name: title })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(window, theme);
      expect(await seriousFindings(window), String(title)).toEqual([]);
    }
    await window.setViewportSize(ENLARGED);
    expect.soft(await notFitting(window), `${String(title)}, enlarged`).toEqual([]);
    await window.setViewportSize(NORMAL);
    await window.keyboard.press('Escape');
    await expect(window.getByRole(role, { name: title })).toBeHidden();
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
  await app.requests.openTab('Body');
  await window.getByText('GraphQL', { exact: true }).click();
  await expect(window.getByRole('textbox', { name: 'GraphQL variables' })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(window, theme);
    expect(await seriousFindings(window, 'section'), 'GraphQL').toEqual([]);
  }
  await app.requests.openTab('Headers');
  await window.getByLabel('Name of new header', { exact: true }).fill('Authorization');
  await window.getByLabel('Value of header 1', { exact: true }).fill('only a test, typed');
  await window.keyboard.press('Control+Shift+S');
  await look('Save a secret to the file?', 'alertdialog');
  const path = join(userDataDir, 'shop.json');
  await writeFile(path, JSON.stringify(SHOP));
  await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
  await window.keyboard.press('Control+O');
  await expect(window.getByText('Collection, 1 request')).toBeVisible();
  await look('Import');
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await press('Add a client certificate…');
  await look('Add a client certificate');
  await window.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
  await expect(window.getByRole('form', { name: 'Set up a run' })).toBeVisible();
  await press('Choose and order');
  await window.getByRole('treegrid', { name: 'Requests to send' }).getByRole('row').nth(1).press('Space');
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(window, theme);
    expect(await seriousFindings(window), `the set-up of a run, ${theme}`).toEqual([]);
  }
  await window.setViewportSize(ENLARGED);
  expect.soft(await notFitting(window), 'the set-up of a run, enlarged').toEqual([]);
});

/** A collection of one request with what looks like a key. */
const SHOP = {
  info: {
    name: 'Shop',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [
    {
      name: 'List items',
      request: {
        method: 'GET',
        header: [{ key: 'X-API-Key', value: ['shop', 'c0ffee00c0ffee00'].join('_') }],
        url: 'https://api.shop.example/items',
      },
    },
  ],
};

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
