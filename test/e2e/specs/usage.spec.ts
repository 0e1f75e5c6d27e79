import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { searchBytes } from '../../support/canary.ts';
import { startServer, type Received } from '../../support/servers.ts';
import { type App, expect, test } from '../fixtures.ts';
import { UsagePage } from '../pages/usage-page.ts';

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window })
    .setLegacyMode(true)
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

async function expectAccessible(app: App): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.window.evaluate((chosen) => window.keyfob.invoke('preferences.set', { theme: chosen }), theme);
    expect(await seriousFindings(app)).toEqual([]);
  }
}

test('calls with a key are counted, and the Local API’s limits are shown as meters', async ({
  start,
  userDataDir,
}) => {
  const app = await start();
  const usage = new UsagePage(app.window);

  await test.step('before any call', async () => {
    await usage.open();
    await expect(app.window.getByText('Nothing was counted yet')).toBeVisible();
    await expectAccessible(app);
    await app.apiKeys.open();
  });

  const secret = await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.closeReveal();
  await app.requests.open();
  for (const path of ['/me', '/collections', '/no-such-thing']) {
    await app.requests.get(`{{baseUrl}}${path}`);
    await app.requests.expectStatus(path === '/no-such-thing' ? 404 : 200);
  }

  await test.step('the meters tell of the minute and of the month', async () => {
    await usage.open();
    await expect(usage.limits('Local API')).toContainText('with the key CI key');
    await expect(usage.meter('Local API', 'Calls this minute')).toHaveAttribute(
      'aria-valuetext',
      /of 300 used/,
    );
    await expect(usage.meter('Local API', 'Calls this month')).toHaveAttribute(
      'aria-valuetext',
      '3 of 1,000,000 used, 999,997 left',
    );
    await expectAccessible(app);
  });

  await test.step('the calls are drawn, and told as a table', async () => {
    await expect(usage.chart()).toHaveAccessibleName(/3 calls in 30 days, 1 with an error or no answer/);
    await expect(usage.chart().locator('canvas')).toBeVisible();
    const before = await usage.chart().boundingBox();
    await app.window.setViewportSize({ width: 900, height: 600 });
    await expect
      .poll(async () => (await usage.chart().locator('canvas').boundingBox())?.width ?? 0)
      .toBeLessThan(before?.width ?? 0);
    expect((await usage.chart().boundingBox())?.height).toBe(before?.height);
    await app.window.setViewportSize({ width: 1280, height: 800 });
    await usage.showTable();
    await expect(usage.table().getByRole('columnheader')).toHaveText([
      'Day',
      'CI key',
      'All',
      'Errors or no answer',
    ]);
    await expect(usage.today().getByRole('cell')).toHaveText(['3', '3', '1']);
    await expectAccessible(app);
  });

  await test.step('a refresh asks, and counts', async () => {
    await usage.limits('Local API').getByRole('button', { name: 'Refresh' }).click();
    await expect(usage.today().getByRole('cell')).toHaveText(['4', '4', '1']);
  });

  await test.step('the range and the key are chosen with the keyboard', async () => {
    await app.window.getByRole('radio', { name: '30 days' }).focus();
    await app.window.keyboard.press('ArrowRight');
    await expect(usage.table().getByRole('row')).toHaveCount(91);
    await app.window.keyboard.press('Tab');
    await app.window.keyboard.press('Enter');
    await app.window.getByRole('option', { name: /CI key/ }).press('Enter');
    await expect(usage.today().getByRole('cell')).toHaveText(['4', '4', '1']);
  });

  await test.step('the counts outlive the history and a restart', async () => {
    await app.window.evaluate(() => window.keyfob.invoke('history.clear', {}));
    await app.close();
    const again = await start();
    const page = new UsagePage(again.window);
    await page.open();
    await expect(page.chart()).toHaveAccessibleName(/4 calls in 30 days/);
    await again.close();
    const database = join(userDataDir, 'keyfob.db');
    expect(searchBytes(database, readFileSync(database), [secret])).toEqual([]);
  });
});

test('near the end of the month the person is warned once, and at its end sends stop', async ({ start }) => {
  let remaining = 23;
  let isExhausted = false;
  const isSigned = ({ headers }: Received) => headers['x-api-key'] !== undefined;
  const server = await startServer({
    answer: (request, response) => {
      if (isSigned(request) && remaining > 0) remaining -= 1;
      response.setHeader('X-RateLimit-Limit-Month', '100');
      response.setHeader('x-ratelimit-remaining-month', String(remaining));
      response.setHeader('Content-Type', 'application/json');
      if (!isExhausted) response.end('{}');
      else {
        response.statusCode = 429;
        response.end(
          '{"error":{"name":"serviceLimitExhausted","message":"Service limit exhausted. Please contact your team admin."}}',
        );
      }
    },
  });
  try {
    const app = await start();
    const usage = new UsagePage(app.window);
    const origin = server.origin();
    await app.window.evaluate(async (address) => {
      const created = await window.keyfob.invoke('services.create', {
        name: 'Reports',
        baseUrl: address,
        headerName: 'X-API-Key',
        origins: [address],
      });
      if (!created.ok) throw new Error(created.error.code);
      const name = { name: 'Reader', serviceId: created.value.id, expiry: { kind: 'never' } as const };
      await window.keyfob.invoke('keys.generate', name);
    }, origin);
    const titles = async () => (await app.desktop.notifications()).map(({ title }) => title);
    const get = async () => {
      await app.requests.get(`${origin}/reports`);
      await expect(app.requests.response()).toHaveAttribute('aria-busy', 'false');
    };

    await test.step('it is warned of once at 80 % and once at 95 %', async () => {
      await app.requests.open();
      for (const left of [22, 21]) {
        await get();
        expect(remaining).toBe(left);
      }
      expect(await titles()).toEqual([]);
      await get();
      await get();
      await expect.poll(titles).toEqual(['Reports: 80 % of the month’s calls are used']);
      await expect(app.window.getByText('Reports: 80 % of the month’s calls are used').first()).toBeVisible();
      remaining = 5;
      await get();
      await get();
      await expect
        .poll(titles)
        .toEqual([
          'Reports: 80 % of the month’s calls are used',
          'Reports: 95 % of the month’s calls are used',
        ]);
      await usage.open();
      await expect(usage.meter('Reports', 'Calls this month')).toHaveAttribute(
        'aria-valuetext',
        '97 of 100 used, 3 left',
      );
    });

    await test.step('used up, nothing more is sent, and the reason is said', async () => {
      isExhausted = true;
      await app.requests.open();
      await get();
      await app.requests.expectStatus(429);
      await expect.poll(async () => (await titles()).at(-1)).toBe('Reports: the month’s calls are used up');
      const received = server.received.length;
      await app.requests.send();
      await expect(app.requests.response()).toContainText(
        'the calls of this month are used up, so this was not sent',
      );
      await expect(app.requests.response()).toContainText('When that ends is not known.');
      expect(server.received).toHaveLength(received);
      await usage.open();
      await expect(usage.limits('Reports')).toContainText('The month’s calls are used up');
      await expectAccessible(app);
    });

    await test.step('the person may send it anyway, and a success lifts the stop', async () => {
      await app.requests.open();
      const received = server.received.length;
      await app.requests.response().getByRole('button', { name: 'Send anyway' }).click();
      await app.requests.expectStatus(429);
      // Never tried again by itself.
      expect(server.received).toHaveLength(received + 1);
      isExhausted = false;
      remaining = 90;
      await app.requests.send();
      await app.requests.response().getByRole('button', { name: 'Send anyway' }).click();
      await app.requests.expectStatus(200);
      await app.requests.send();
      await app.requests.expectStatus(200);
      await usage.open();
      await expect(usage.limits('Reports')).not.toContainText('used up');
    });
    expect(await titles()).toHaveLength(3);
  } finally {
    await server.close();
  }
});
