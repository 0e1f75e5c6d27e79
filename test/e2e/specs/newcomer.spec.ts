import { expect, test } from '../fixtures.ts';

/** What the newcomer's path may take: clicks, texts that are typed, and presses of keys. */
const MOST_ACTIONS = 8;

test('a newcomer sends a first request in few actions, and a screen reader is told each step', async ({
  start,
}) => {
  const { window, apiKeys, requests } = await start();
  let actions = 0;
  const press = async (button: string): Promise<void> => {
    actions += 1;
    await window.getByRole('button', { name: button, exact: true }).first().click();
  };
  await expect(window.getByRole('main')).toMatchAriaSnapshot(`
    - heading "API keys" [level=1]
    - heading "Generate your first API key" [level=2]
    - button "Generate API Key"
    - button "Add existing key"
    - button "Import requests…"
  `);

  await press('Generate API Key');
  actions += 1;
  await window.keyboard.type('First key');
  await expect(window.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Generate API Key":
      - banner:
        - heading "Generate API Key" [level=2]
        - button "Dismiss"
      - textbox "Name": First key
      - button "Local API Service"
      - button "Never Expires"
      - contentinfo:
        - button "Cancel"
        - button "Generate API Key"
  `);
  actions += 1;
  await window.keyboard.press('Enter');
  expect(await apiKeys.revealed()).toMatch(/^kfak_/);
  await expect(apiKeys.reveal()).toMatchAriaSnapshot(`
    - dialog "Copy your API key":
      - banner:
        - heading "Copy your API key" [level=2]
      - textbox "API key"
      - button "Copy"
      - list:
        - listitem: This is the only time that it is shown.
      - contentinfo:
        - button "Close"
        - button "Use it in a request"
  `);

  await press('Use it in a request');
  await expect(requests.url()).toHaveValue('{{baseUrl}}/me');
  await press('Send');
  await requests.expectStatus(200);
  await expect(requests.response().getByRole('status').first()).toContainText('200');
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  expect(actions).toBe(5);

  await apiKeys.open();
  await expect(apiKeys.row('First key')).toMatchAriaSnapshot(`
    - row /^First key Default/:
      - gridcell "First key Default"
      - gridcell "Local API"
      - gridcell /just now/
      - gridcell "Never"
      - gridcell "Active"
      - gridcell "More actions for First key":
        - button "More actions for First key"
  `);
});
