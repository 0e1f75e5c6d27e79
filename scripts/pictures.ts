import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { launchKeyfob, type LaunchedKeyfob } from '../test/support/launch.ts';
import { startKeyring } from '../test/support/keyring.ts';
import { startServer } from '../test/support/servers.ts';

/**
 * Makes every picture under `docs/pictures/`: each screen and state, light and dark, wide and narrow. `npm run pictures`, or
 * `npm run pictures -- usage` for those whose name holds a word; the others then stay.
 */
const words = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const themes = ['light', 'dark'] as const;
const sizes = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'narrow', width: 900, height: 600 },
] as const;

type Command = (name: string, input: object) => Promise<unknown>;

function commander(window: Page): Command {
  return async (name, input) => {
    const reply = await window.evaluate(
      async ([command, argument]) => {
        const bridge = Reflect.get(globalThis, 'keyfob') as {
          invoke(c: unknown, i: unknown): Promise<{ ok: boolean; value?: unknown; error?: unknown }>;
        };
        return await bridge.invoke(command, argument);
      },
      [name, input] as const,
    );
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
}

/** Takes the state that the window shows now, in both themes and both sizes. */
async function picture(window: Page, name: string): Promise<void> {
  if (words.length > 0 && !words.some((word) => name.includes(word))) return;
  for (const theme of themes) {
    await commander(window)('preferences.set', { theme });
    for (const size of sizes) {
      await window.setViewportSize(size);
      await window.mouse.move(0, 0);
      await window.evaluate(() => document.fonts.ready);
      await window.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
      );
      await window.screenshot({
        path: join(folder, `${name}-${theme}-${size.name}.png`),
        animations: 'disabled',
      });
    }
  }
  await window.setViewportSize(sizes[0]);
  process.stdout.write(`${name}\n`);
}

async function startRedirector(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    if (request.url === '/v1/reports')
      response.writeHead(302, { location: `http://localhost:${String(port)}/elsewhere` });
    else response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"report":"ready","rows":128}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => server.close(),
  };
}

const go = async (window: Page, screen: string): Promise<void> => {
  await window.getByRole('navigation').getByRole('link', { name: screen }).click();
  await window.getByRole('heading', { level: 1, name: screen }).waitFor();
};

const send = async (window: Page, url: string): Promise<void> => {
  await window.getByRole('textbox', { name: 'URL', exact: true }).fill(url);
  await window.getByRole('button', { name: 'Send', exact: true }).click();
  await window.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'hidden' });
};

async function keyPictures(window: Page, command: Command): Promise<void> {
  await picture(window, 'api-keys-empty');
  await window.getByRole('button', { name: 'Generate API Key' }).first().click();
  await window.getByLabel('Name', { exact: true }).fill('CI pipeline');
  await picture(window, 'generate');
  await window.getByRole('dialog').getByRole('button', { name: 'Generate API Key' }).click();
  await window.getByRole('dialog', { name: 'Copy your API key' }).waitFor();
  await picture(window, 'reveal');
  await window.getByRole('button', { name: 'Close' }).click();

  const day = 24 * 60 * 60 * 1000;
  const keys = [
    { name: 'Local development', serviceId: 'local', expiry: { kind: 'after-days', days: 90 } },
    { name: 'Newman on the build server', serviceId: 'local', expiry: { kind: 'after-days', days: 7 } },
    { name: 'Monitoring', serviceId: 'local', expiry: { kind: 'at', at: Date.now() + 365 * day } },
    { name: 'Vertretung für Anna – Übergabe', serviceId: 'local', expiry: { kind: 'never' } },
  ];
  for (const key of keys) await command('keys.generate', key);
  const listed = (await command('keys.list', {})) as { id: string; name: string }[];
  const monitoring = listed.find((apiKey) => apiKey.name === 'Monitoring');
  await command('keys.setDisabled', { id: monitoring?.id, isDisabled: true });
  await picture(window, 'api-keys');
  await window.getByRole('button', { name: 'More actions for CI pipeline' }).click();
  await picture(window, 'api-keys-menu');
  await window.getByRole('menuitem', { name: 'Regenerate' }).click();
  await picture(window, 'regenerate');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'More actions for CI pipeline' }).click();
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await picture(window, 'delete');
  await window.keyboard.press('Escape');
}

async function requestPictures(window: Page, command: Command): Promise<void> {
  const redirector = await startRedirector();
  try {
    await command('services.create', {
      name: 'Reports',
      baseUrl: `${redirector.url}/v1`,
      headerName: 'X-API-Key',
      origins: [redirector.url],
    });
    const services = (await command('services.list', {})) as { id: string; name: string }[];
    const reports = services.find((service) => service.name === 'Reports');
    await command('keys.generate', {
      name: 'Reports reader',
      serviceId: reports?.id,
      expiry: { kind: 'never' },
    });
    await go(window, 'Requests');
    await picture(window, 'requests-empty');
    await send(window, '{{baseUrl}}/me');
    await picture(window, 'requests');
    await send(window, `${redirector.url}/v1/reports`);
    await window.getByRole('region', { name: 'Response' }).getByRole('tab', { name: 'Timeline' }).click();
    await picture(window, 'timeline');
    const listed = (await command('keys.list', {})) as { id: string; serviceId: string }[];
    for (const apiKey of listed.filter(({ serviceId }) => serviceId === reports?.id))
      await command('keys.setDisabled', { id: apiKey.id, isDisabled: true });
    await send(window, `${redirector.url}/v1/reports`);
    await picture(window, 'withheld');
    await send(window, 'http://127.0.0.1:1/');
    await picture(window, 'request-failed');
  } finally {
    redirector.close();
  }
}

async function otherPictures(window: Page): Promise<void> {
  await go(window, 'History');
  await picture(window, 'history');
  await go(window, 'Settings');
  await picture(window, 'settings');
  await window.keyboard.press('Control+K');
  await picture(window, 'palette');
  await window.keyboard.press('Escape');
}

/** Calls of the days before today, which nobody can have made here. */
async function fillUsage(userDataDir: string, command: Command): Promise<void> {
  const keys = (await command('keys.list', {})) as { id: string; serviceId: string }[];
  const database = new DatabaseSync(join(userDataDir, 'keyfob.db'));
  const insert = database.prepare(`INSERT OR REPLACE INTO usage_counts VALUES (?, ?, ?, '2xx', ?)`);
  for (let day = 1; day < 90; day += 1) {
    const date = new Date(Date.now() - day * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    for (const [index, { id, serviceId }] of keys.entries()) {
      const calls = Math.round((Math.sin(day / 3 + index) + 1) * (40 - index * 5) * (day % 7 > 4 ? 0.2 : 1));
      if (calls > 0) insert.run(date, id, serviceId, calls);
    }
  }
  database.close();
}

async function usagePictures(keyfob: LaunchedKeyfob, command: Command): Promise<void> {
  const { window } = keyfob;
  let isExhausted = false;
  const server = await startServer({
    answer: (_request, response) => {
      response.statusCode = isExhausted ? 429 : 200;
      response.setHeader('RateLimit', 'limit=50, remaining=44, reset=50');
      response.setHeader('RateLimit-Policy', '50;w=60');
      response.setHeader('RateLimit-Limit-Month', '10000');
      response.setHeader('RateLimit-Remaining-Month', isExhausted ? '0' : '1400');
      response.end('{"error":{"name":"serviceLimitExhausted","message":"Service limit exhausted."}}');
    },
  });
  try {
    const origin = server.origin();
    const weather = { name: 'Weather', baseUrl: origin, headerName: 'X-API-Key', origins: [origin] };
    const { id: serviceId } = (await command('services.create', weather)) as { id: string };
    await command('keys.generate', { name: 'Forecasts', serviceId, expiry: { kind: 'never' } });
    await fillUsage(keyfob.userDataDir, command);
    await go(window, 'Requests');
    await send(window, `${origin}/forecast`);
    await go(window, 'Usage');
    await window.getByText('80 % of the month’s calls are used').first().waitFor({ state: 'hidden' });
    await picture(window, 'usage');
    await window.getByText('Show as table').click();
    await window.getByRole('table', { name: 'Calls per day' }).scrollIntoViewIfNeeded();
    await picture(window, 'usage-table');
    await window.getByText('Show as table').click();
    isExhausted = true;
    await go(window, 'Requests');
    await send(window, `${origin}/forecast`);
    await send(window, `${origin}/forecast`);
    await picture(window, 'request-refused-usage');
    await go(window, 'Usage');
    await window.getByText('Weather: the month’s calls are used up').first().waitFor({ state: 'hidden' });
    await picture(window, 'usage-exhausted');
  } finally {
    await server.close();
  }
}

async function main(): Promise<void> {
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const keyring = await startKeyring({ state: 'unlocked' });
  try {
    let keyfob = await launchKeyfob({ env: keyring.env, masterKey: 'keychain' });
    const command = commander(keyfob.window);
    await go(keyfob.window, 'Usage');
    await picture(keyfob.window, 'usage-empty');
    await go(keyfob.window, 'API keys');
    await keyPictures(keyfob.window, command);
    await requestPictures(keyfob.window, command);
    await otherPictures(keyfob.window);
    await usagePictures(keyfob, command);
    await keyfob.close();
    await keyring.lock();
    keyfob = await launchKeyfob({ env: keyring.env, masterKey: 'keychain', userDataDir: keyfob.userDataDir });
    await picture(keyfob.window, 'keychain-locked');
    await keyfob.close();
    await keyring.stopService();
    keyfob = await launchKeyfob({ env: keyring.env, masterKey: 'keychain' });
    await picture(keyfob.window, 'no-keychain');
    await keyfob.close();
  } finally {
    await keyring.stop();
  }
}

await main();
