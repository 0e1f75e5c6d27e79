import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchBytes } from '../../support/canary.ts';
import { startServer } from '../../support/servers.ts';
import { expect, test } from '../fixtures.ts';

test('an environment is a file; its secret variable is sealed, goes where it may, and nowhere else', async ({
  start,
  userDataDir,
}) => {
  const server = await startServer();
  const other = await startServer();
  const secret = `canary-${randomBytes(12).toString('hex')}`;
  const app = await start();
  const { window } = app;
  const dialog = window.getByRole('dialog', { name: 'Environments' });
  try {
    await app.requests.open();
    await window.getByRole('button', { name: 'Edit environments' }).click();
    await window.getByRole('button', { name: 'New environment' }).click();
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Staging');
    await window.getByRole('button', { name: 'Create' }).click();
    await window.getByRole('textbox', { name: 'Name of new variable' }).fill('host');
    await window.getByRole('textbox', { name: 'Value of variable 1' }).fill(server.origin());
    // Offered in the values of the same environment too, also to the pointer.
    await window.getByRole('textbox', { name: 'Name of new variable' }).fill('api');
    await window.getByRole('textbox', { name: 'Value of variable 2' }).pressSequentially('{{ho');
    await window.getByRole('option', { name: /^host/ }).click();
    await expect(window.getByRole('textbox', { name: 'Value of variable 2' })).toHaveValue('{{host}}');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeHidden();

    await window.getByRole('button', { name: 'Add secret variable' }).click();
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('token');
    await window.getByLabel('Value', { exact: true }).fill(secret);
    await expect(window.getByRole('textbox', { name: 'May go to' })).toHaveValue(server.origin());
    await window.getByRole('button', { name: 'Seal' }).click();
    await expect(window.getByText(/^Sealed; to 127\.0\.0\.1/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Use', exact: true }).click();
    await expect(dialog.getByText('In use')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('button', { name: 'Edit environments' })).toBeFocused();
    const path = join(userDataDir, 'Environments', 'Staging.postman_environment.json');
    expect(readFileSync(path, 'utf8')).toContain('"type": "secret"');

    // Offered by its name, with value and source.
    await app.requests.url().pressSequentially('{{ho');
    await expect(window.getByRole('option', { name: /^host/ })).toContainText('Environment Staging');
    await window.keyboard.press('Enter');
    await expect(app.requests.url()).toHaveValue('{{host}}');
    // What is made anew is offered beside them.
    await app.requests.url().pressSequentially('/{{$gu');
    await expect(window.getByRole('option', { name: /^\$guid/ })).toContainText(
      'Made anew with each request',
    );
    await window.keyboard.press('Enter');
    await expect(app.requests.url()).toHaveValue('{{host}}/{{$guid}}');
    await app.requests.openTab('Headers');
    await window.getByLabel('Name of new header').fill('Authorization');
    await window.getByLabel('Value of header 1').fill('Bearer {{token}}');
    await app.requests.send();
    await app.requests.expectStatus(200);
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(server.received.at(-1)?.url).toMatch(/^\/[0-9a-f]{8}-[0-9a-f-]{27}$/);

    // Another program, or another branch, names another server: it is noticed, and the secret stays.
    writeFileSync(path, readFileSync(path, 'utf8').replace(server.origin(), other.origin()));
    await expect(window.getByText(other.origin()).first()).toBeVisible();
    await app.requests.send();
    await expect(
      app.requests.response().getByText(/the secret variable \{\{token\}\} may go to/),
    ).toBeVisible();
    expect(other.connectionCount()).toBe(0);

    // A value of an answer is kept for the requests that follow, until it is forgotten.
    await app.requests.openTab('Headers');
    await window.getByLabel('Value of header 1').fill('Bearer 1');
    await app.requests.url().fill(`${server.origin()}/status`);
    await app.requests.openTab('Keep');
    await window.getByLabel('Variable of new kept value').fill('code');
    await window.getByRole('button', { name: /From of kept value 1/ }).click();
    await window.getByRole('option', { name: 'Status' }).click();
    await window.getByLabel('Variable of new kept value').fill('sessionToken');
    await window.getByLabel('Path or header of kept value 2').fill('$.no');
    await app.requests.send();
    const kept = window.getByRole('region', { name: 'Kept now' });
    await expect(kept.getByText('200', { exact: false }).first()).toBeVisible();
    await expect(kept.getByText(/gave no value: it is no JSON/)).toBeVisible();
    await app.requests.url().fill(`${server.origin()}/{{code}}`);
    await app.requests.send();
    await expect.poll(() => server.received.at(-1)?.url).toBe('/200');
    await kept.getByRole('button', { name: 'Forget all' }).click();
    await expect(kept).toBeHidden();

    // In the address it is refused before it is sent.
    await app.requests.url().fill(`${server.origin()}/{{token}}`);
    await expect(window.getByText(/stands in the address/).first()).toBeVisible();
    expect(searchBytes('page', await window.content(), [secret])).toEqual([]);
  } finally {
    await app.close();
    await server.close();
    await other.close();
  }
  for (const name of readdirSync(userDataDir, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    expect(searchBytes(name.name, readFileSync(join(name.parentPath, name.name)), [secret])).toEqual([]);
  }
});
