import { expect, test } from '../fixtures.ts';
import { Keyboard } from '../keyboard/keyboard.ts';

test.describe.configure({ timeout: 300_000 });

test('the body of GraphQL and the question about typed secrets are reached, used and left with the keyboard', async ({
  start,
}) => {
  const app = await start();
  const { window, requests } = app;
  const keyboard = await Keyboard.of(window);
  await keyboard.tabTo(/^Requests/);
  await window.keyboard.press('Enter');
  await expect(requests.url()).toBeVisible();
  await test.step('what is typed while the editors load for the first time is all there', async () => {
    await keyboard.tabTo(/^URL$/);
    await window.keyboard.type('https://api.test/graphql');
    await keyboard.tabTo(/^Params$/);
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    await keyboard.tabTo(/^None/);
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('Tab');
    await window.keyboard.type('query { viewer ');
    await window.keyboard.type('and more');
    await keyboard.until(({ name }) => name === 'GraphQL query', 'the query');
    const query = window.getByRole('textbox', { name: 'GraphQL query' });
    await expect(query).toHaveClass(/cm-content/);
    await expect(query).toHaveText('query { viewer and more');
    await keyboard.tabTo(/^GraphQL variables/);
    await window.keyboard.type('{ "id": 1');
    await keyboard.reachEverything('the body of GraphQL');
  });
  await test.step('a typed secret', async () => {
    await keyboard.tabTo(/^Body/);
    await window.keyboard.press('ArrowLeft');
    await keyboard.tabTo(/^Name of new header/);
    await window.keyboard.type('Authorization');
    await keyboard.tabTo(/^Value of header 1/);
    await window.keyboard.type('only a test, typed');
    const from = await keyboard.focus();
    await window.keyboard.press('Control+Shift+S');
    await keyboard.dialog(/^Save a secret to the file/, from);
  });
});
