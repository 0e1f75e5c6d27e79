import type { Page } from '@playwright/test';
import { screens } from '../../../renderer/app/screens.ts';
import { type App, expect, test } from '../fixtures.ts';
import { Keyboard } from '../keyboard/keyboard.ts';
import { command, seedEverything, seedRuns } from '../keyboard/seed.ts';

test.describe.configure({ timeout: 300_000 });

async function goTo(window: Page, keyboard: Keyboard, label: string): Promise<void> {
  await keyboard.tabTo(new RegExp(`^${label}`));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible();
}

/** The start page with something of everything. */
async function seeded(app: App): Promise<Keyboard> {
  await seedEverything(app.window);
  await expect(app.apiKeys.row('Forecast')).toBeVisible();
  return await Keyboard.of(app.window);
}

async function sendWithKeyboard({ window, requests }: App, keyboard: Keyboard): Promise<void> {
  await goTo(window, keyboard, 'Requests');
  await keyboard.tabTo(/^URL$/);
  await window.keyboard.press('Control+A');
  await window.keyboard.type('{{baseUrl}}/me');
  await window.keyboard.press('Control+Enter');
  await requests.expectStatus(200);
}

test('every screen is reached with the keyboard while there is nothing yet', async ({ start }) => {
  const { window } = await start();
  const keyboard = await Keyboard.of(window);
  for (const { label } of screens) {
    await test.step(label, async () => {
      await goTo(window, keyboard, label);
      await keyboard.reachEverything(label);
    });
  }
});

test('every screen is reached with the keyboard when it is full', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  await sendWithKeyboard(app, keyboard);
  await seedRuns(app.window);
  for (const { label } of screens) {
    await test.step(label, async () => {
      await goTo(app.window, keyboard, label);
      await keyboard.reachEverything(label);
    });
  }
});

const ofPage: readonly (readonly [RegExp, RegExp])[] = [
  [/^API key settings/, /^API key settings/],
  [/^Add existing key/, /^Add existing key/],
  [/^Generate API Key/, /^Generate API Key/],
  [/^Manage profiles/, /^Profiles/],
  [/^Share a collection/, /^Share a collection/],
  [/^Add service/, /^Add service/],
];

test('the dialogs of the API keys page are reached, used and left with the keyboard', async ({ start }) => {
  const { window, ...app } = await start();
  const keyboard = await seeded({ window, ...app });
  for (const [opener, title] of ofPage) {
    await test.step(String(title), async () => {
      const from = await keyboard.tabTo(opener);
      await window.keyboard.press('Enter');
      await keyboard.dialog(title, from);
    });
  }
});

const ofRow: readonly (readonly [RegExp, RegExp])[] = [
  [/^Use it elsewhere/, /^Use /],
  [/^Details/, /^Details/],
  [/^Regenerate/, /^Regenerate/],
  [/^This key was exposed/, /exposed/i],
  [/^Rename/, /^Rename/],
  [/^Set expiration/, /^Set expiration/],
  [/^Delete/, /^Delete/],
];

test('the dialogs of one key are reached, used and left with the keyboard', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  for (const [item, title] of ofRow) {
    await test.step(String(item), async () => {
      const from = await keyboard.choose(/^More actions for CI pipeline/, item);
      await keyboard.dialog(title, from);
    });
  }
});

test('a key is generated and deleted with the keyboard, and the focus is never lost', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await test.step('its value is shown', async () => {
    const from = await keyboard.tabTo(/^Generate API Key/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Generate API Key/);
    await window.keyboard.type('By keyboard');
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Copy your API key/);
    await app.apiKeys.revealed();
    await keyboard.reachEverything('Copy your API key');
    await keyboard.pressEscape();
    await keyboard.until(({ isLost }) => !isLost, `anything after ${from.name}`);
  });
  await test.step('a row is gone and the next has the focus', async () => {
    await keyboard.choose(/^More actions for By keyboard/, /^Delete/);
    await keyboard.inDialog(/^Delete/);
    await keyboard.tabTo(/^Delete$/);
    await window.keyboard.press('Enter');
    await expect(app.apiKeys.row('By keyboard')).toHaveCount(0);
    await keyboard.until(({ rowId, id }) => rowId === id, 'a row');
  });
  await test.step('the one that is left last leads to the prompt for a new one', async () => {
    for (const { id, name } of await command(window, 'keys.list', {}))
      if (name !== 'Laptop') await command(window, 'keys.delete', { id });
    await keyboard.choose(/^More actions for Laptop/, /^Delete/);
    await keyboard.inDialog(/^Delete/);
    await keyboard.tabTo(/^Delete$/);
    await window.keyboard.press('Enter');
    await keyboard.until(({ name }) => name === 'Generate API Key', 'Generate API Key');
  });
});

test('a shared URL, a service and a profile are reached, used and left with the keyboard', async ({
  start,
}) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await test.step('sharing shows the URL', async () => {
    await keyboard.tabTo(/^Share a collection/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Share a collection/);
    await keyboard.tabTo(/Collection/);
    await window.keyboard.press('Enter');
    await keyboard.until(({ isInPopup }) => isInPopup, 'the collections');
    await window.keyboard.press('Enter');
    await keyboard.tabTo(/^Share$/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Copy your access URL/);
    await keyboard.reachEverything('Copy your access URL');
    await keyboard.pressEscape();
    await keyboard.until(({ isLost, dialog }) => !isLost && dialog === null, 'the page');
  });
  for (const [item, title] of [[/^Edit/, /^Edit/]] as const) {
    await test.step(`a service: ${String(item)}`, async () => {
      const from = await keyboard.choose(/^More actions for Weather/, item);
      await keyboard.dialog(title, from);
    });
  }
  await test.step('the form of a profile', async () => {
    await keyboard.tabTo(/^Manage profiles/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Profiles/);
    await keyboard.tabTo(/^New profile/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^New profile/);
    await keyboard.reachEverything('New profile');
    await keyboard.pressEscape();
    await keyboard.inDialog(/^Profiles/);
  });
});

test('the dialogs of Team keys are reached, used and left with the keyboard', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await goTo(window, keyboard, 'Team keys');
  for (const [opener, title] of [
    [/^Issue API Key/, /^Issue API Key/],
    [/^Add member/, /^Add member/],
  ] as const) {
    await test.step(String(title), async () => {
      const from = await keyboard.tabTo(opener);
      await window.keyboard.press('Enter');
      await keyboard.dialog(title, from);
    });
  }
  await test.step('a member', async () => {
    const from = await keyboard.choose(/^More actions for Grace Hopper/, /^Edit/);
    await keyboard.dialog(/^Edit/, from);
  });
  await test.step('keys are chosen and revoked', async () => {
    await keyboard.tabTo(/^Nightly build|Nightly build/);
    await window.keyboard.press('Space');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await expect(window.getByRole('group', { name: 'Selected keys' })).toBeVisible();
    await keyboard.reachEverything('Team keys, two chosen');
    const from = await keyboard.tabTo(/^Revoke/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^Revoke 2 keys/, from);
  });
});

test('the palette and the question about the history are reached and left with the keyboard', async ({
  start,
}) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await sendWithKeyboard(app, keyboard);
  await test.step('the palette', async () => {
    const from = await keyboard.tabTo(/^Send$/);
    await window.keyboard.press('Control+K');
    await keyboard.until(({ dialog }) => dialog !== null, 'the palette');
    await keyboard.reachEverything('the palette');
    await keyboard.escape(/palette/, from);
  });
  await test.step('Clear history', async () => {
    await goTo(window, keyboard, 'History');
    const from = await keyboard.tabTo(/^Clear history/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^Clear history/, from);
  });
});

test('what asks before something of the page is gone is reached and left with the keyboard', async ({
  start,
}) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await command(window, 'services.create', {
    name: 'Unused',
    baseUrl: 'https://unused.test',
    headerName: 'X-Unused',
    origins: ['https://unused.test'],
    checkUrl: null,
    keyPrefix: null,
  });
  await command(window, 'team.addMember', { name: 'Ada', email: 'ada@example.com', role: 'member' });
  await test.step('a service', async () => {
    const from = await keyboard.choose(/^More actions for Unused/, /^Delete/);
    await keyboard.dialog(/^Delete/, from);
  });
  await test.step('a collection access key', async () => {
    const from = await keyboard.tabTo(/^Delete$/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^Delete/, from);
  });
  await test.step('a member', async () => {
    await goTo(window, keyboard, 'Team keys');
    const from = await keyboard.choose(/^More actions for Ada/, /^Remove/);
    await keyboard.dialog(/^Remove/, from);
  });
});

test('a date of an expiration and a pasted key are reached with the keyboard', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await test.step('on a date', async () => {
    await keyboard.choose(/^More actions for CI pipeline/, /^Set expiration/);
    await keyboard.inDialog(/^Set expiration/);
    await keyboard.tabTo(/Expires/);
    await window.keyboard.press('Enter');
    await keyboard.until(({ isInPopup }) => isInPopup, 'the choices');
    await window.keyboard.type('On a');
    await window.keyboard.press('Enter');
    await keyboard.until(({ isInPopup }) => !isInPopup, 'the dialog');
    await keyboard.reachEverything('Set expiration, on a date');
    await keyboard.pressEscape();
    await keyboard.until(({ isLost, dialog }) => !isLost && dialog === null, 'the page');
  });
  await test.step('pasted', async () => {
    await app.desktop.setClipboardText(`wx_${'a1'.repeat(20)}`);
    await keyboard.tabTo(/^Add existing key/);
    await window.keyboard.press('Enter');
    await keyboard.inDialog(/^Add existing key/);
    await keyboard.tabTo(/^Paste/);
    await window.keyboard.press('Enter');
    await expect(window.getByText(/^43 characters/)).toBeVisible();
    await keyboard.reachEverything('Add existing key, pasted');
  });
});

test('a run is set up, looked through, compared and deleted with the keyboard', async ({ start }) => {
  const app = await start();
  const keyboard = await seeded(app);
  const { window } = app;
  await seedRuns(window);
  await goTo(window, keyboard, 'Runs');
  await test.step('one of its requests', async () => {
    const from = await keyboard.tabTo(/Get the authenticated user/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^#1 GET/, from);
  });
  await test.step('two runs compared', async () => {
    const from = await keyboard.choose(/^More actions for this run/, /^Compare/);
    await keyboard.dialog(/^Compare two runs/, from);
  });
  await test.step('the question before it is deleted', async () => {
    const from = await keyboard.choose(/^More actions for this run/, /^Delete/);
    await keyboard.dialog(/^Delete this run/, from);
  });
  await test.step('the set-up, with an expectation', async () => {
    await keyboard.choose(/^More actions for this run/, /^Change the set-up/);
    await keyboard.tabTo(/^Add expectation/);
    await window.keyboard.press('Enter');
    await keyboard.until(({ name }) => /of expectation 2$/.test(name), 'the new expectation');
    await keyboard.tabTo(/^Choose and order/);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('treegrid', { name: 'Requests to send' })).toBeVisible();
    await keyboard.reachEverything('the set-up of a run');
  });
});

test('the dialogs of collections are reached, used and left with the keyboard', async ({ start }) => {
  const app = await start();
  const keyboard = await Keyboard.of(app.window);
  const { window } = app;
  await command(window, 'collections.create', { name: 'Shop' });
  const place = { folderId: null, beforeId: null };
  await command(window, 'collections.addFolder', { collectionId: 'file:Shop.json', place, name: 'Admin' });
  await goTo(window, keyboard, 'Requests');
  await test.step('New collection', async () => {
    const from = await keyboard.tabTo(/^New collection/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^New collection/, from);
  });
  await test.step('Details and Move to…, from the menus of rows', async () => {
    await keyboard.tabTo(/^Postman API/);
    await window.keyboard.press('End');
    await keyboard.until(({ name }) => name === 'Admin', 'the last row');
    for (const [item, title] of [
      [/^Details/, /^Admin/],
      [/^Move to/, /^Move “Admin”/],
    ] as const) {
      const from = await keyboard.choose(/^More actions for Admin/, item);
      await keyboard.dialog(title, from);
    }
  });
  await test.step('Save request, and the question before closing', async () => {
    const from = await keyboard.tabTo(/^URL$/);
    await window.keyboard.type('https://api.test/');
    await window.keyboard.press('Control+S');
    await keyboard.dialog(/^Save request/, from);
    await window.keyboard.press('Control+W');
    await keyboard.dialog(/^Save changes to/, from);
  });
});

test('the dialogs of environments and client certificates are reached, used and left with the keyboard', async ({
  start,
}) => {
  const app = await start();
  const keyboard = await Keyboard.of(app.window);
  const { window } = app;
  const { id } = await command(window, 'environments.create', { name: 'Staging' });
  const origins = ['https://staging.test'];
  await command(window, 'environments.setSecret', { id, name: 'token', secret: 'only a test', origins });
  await goTo(window, keyboard, 'Requests');
  const opener = await keyboard.tabTo(/^Edit environments/);
  await window.keyboard.press('Enter');
  await keyboard.inDialog(/^Environments/);
  await expect(window.getByText(/^Sealed; to/)).toBeVisible();
  for (const [button, title] of [
    [/^New environment/, /^New environment/],
    [/^Add secret variable/, /^Add secret variable/],
  ] as const) {
    await test.step(String(title), async () => {
      const from = await keyboard.tabTo(button);
      await window.keyboard.press('Enter');
      await keyboard.inDialog(title);
      await keyboard.reachEverything(String(title));
      await keyboard.pressEscape();
      await keyboard.inDialog(/^Environments/);
      await keyboard.until(({ name }) => name === from.name, from.name);
    });
  }
  await test.step('Environments itself', async () => {
    await keyboard.dialog(/^Environments/, opener);
  });
  await test.step('Add client certificate', async () => {
    await goTo(window, keyboard, 'Settings');
    const from = await keyboard.tabTo(/^Add a client certificate/);
    await window.keyboard.press('Enter');
    await keyboard.dialog(/^Add a client certificate/, from);
  });
});
