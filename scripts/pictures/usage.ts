import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startServer } from '../../test/support/servers.ts';
import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';
import { send } from './requests.ts';

/** Calls of the days before today, which nobody can have made here. */
async function fillUsage({ keyfob, command }: Camera): Promise<void> {
  const keys = await command<{ id: string; serviceId: string }[]>('keys.list', {});
  const database = new DatabaseSync(join(keyfob.userDataDir, 'keyfob.db'));
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

/** The meters and the chart: nothing yet, three months, as a table, and a month that is used up. */
export async function usagePictures(camera: Camera): Promise<void> {
  const { window, take, command, go } = camera;
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
    await go('Usage');
    await take('usage-empty');
    await someKeys(camera);
    const origin = server.origin();
    const weather = { name: 'Weather', baseUrl: origin, headerName: 'X-API-Key', origins: [origin] };
    const { id: serviceId } = await command<{ id: string }>('services.create', weather);
    await command('keys.generate', { name: 'Forecasts', serviceId, expiry: { kind: 'never' } });
    await fillUsage(camera);
    await go('Requests');
    await send(camera, `${origin}/forecast`);
    await go('Usage');
    await window.getByText('80 % of the month’s calls are used').first().waitFor({ state: 'hidden' });
    await take('usage');
    await window.getByText('Show as table').click();
    await window.getByRole('table', { name: 'Calls per day' }).scrollIntoViewIfNeeded();
    await take('usage-table');
    await window.getByText('Show as table').click();
    isExhausted = true;
    await go('Requests');
    await send(camera, `${origin}/forecast`);
    await send(camera, `${origin}/forecast`);
    await take('request-refused-usage');
    await go('Usage');
    await window.getByText('Weather: the month’s calls are used up').first().waitFor({ state: 'hidden' });
    await take('usage-exhausted');
  } finally {
    await server.close();
  }
}
