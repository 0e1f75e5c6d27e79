import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../test/support/servers.ts';
import type { Camera } from './camera.ts';

function collectionText(origin: string, elsewhere: string): string {
  const request = (name: string, method: string, url: string) => ({
    ...{ id: name.toLowerCase().replaceAll(' ', '-'), name, response: [] },
    request: { method, url },
  });
  return JSON.stringify({
    info: {
      _postman_id: 'shop',
      name: 'Shop',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        id: 'orders',
        name: 'Orders',
        item: [
          request('List orders', 'GET', `${origin}/orders?page={{page}}`),
          request('One order', 'GET', `${origin}/orders/{{order}}`),
          request('Cancel an order', 'POST', `${origin}/orders/{{order}}/cancel`),
        ],
      },
      request('Prices', 'GET', `${origin}/prices`),
      request('Monthly report', 'GET', `${origin}/moved?to=${encodeURIComponent(elsewhere)}`),
    ],
    variable: [
      { key: 'page', value: '1' },
      { key: 'order', value: '7' },
    ],
  });
}

/** Nothing yet, a set-up, a run under way and ended, one of its requests, its times, and two runs compared. */
export async function runPictures(camera: Camera): Promise<void> {
  const { window, keyfob, take, command, go, press } = camera;
  let isSlow = false;
  let count = 0;
  const elsewhere = await startServer();
  const server = await startServer({
    answer(request, response) {
      count += 1;
      const send = () => {
        const to = new URL(request.url, 'http://shop.test').searchParams.get('to');
        const status = to === null ? (request.url.startsWith('/prices') && count % 3 === 0 ? 503 : 200) : 302;
        const headers = to === null ? {} : { Location: to };
        response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
        response.end(JSON.stringify({ id: 7, name: 'Lamp', price: 29, stock: count }));
      };
      setTimeout(send, isSlow ? 400 : 8 + ((count * 37) % 60));
    },
  });
  try {
    await go('Runs');
    await take('runs-empty');
    const origin = server.origin();
    const service = { name: 'Shop', baseUrl: origin, headerName: 'X-API-Key', origins: [origin] };
    const { id: serviceId } = await command<{ id: string }>('services.create', service);
    await command('keys.generate', { name: 'Storefront', serviceId, expiry: { kind: 'never' } });
    await command('collections.create', { name: 'Shop' });
    await command('environments.create', { name: 'Staging' });
    await writeFile(
      join(keyfob.userDataDir, 'Collections', 'Shop.json'),
      collectionText(origin, `${elsewhere.origin()}/report`),
    );
    await go('Requests');
    await window.getByText('Monthly report').waitFor();
    await go('Runs');
    await window.getByRole('button', { name: /^Postman API/ }).click();
    await window.getByRole('option', { name: /^Shop/ }).click();
    await window.getByLabel('In flight').fill('4');
    await window.locator('input[type=file]').setInputFiles({
      ...{ name: 'orders.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        `order,page,customer\n${Array.from({ length: 40 }, (_none, index) => `${String(1000 + index)},${String((index % 5) + 1)},Customer ${String(index + 1)}`).join('\n')}\n`,
      ),
    });
    await window.getByText('orders.csv').waitFor();
    for (const [kind, first, second] of [
      ['Status is', '200', ''],
      ['JSONPath is', '$.name', 'Lamp'],
      ['Time is under (ms)', '60', ''],
    ] as const) {
      await press('Add expectation');
      const row = window.getByRole('list', { name: 'Expectations' }).getByRole('listitem').last();
      await row.getByRole('button', { name: /Kind of expectation/ }).click();
      await window.getByRole('option', { name: kind, exact: true }).click();
      await row.getByRole('textbox').first().fill(first);
      if (second !== '') await row.getByRole('textbox').last().fill(second);
    }
    await window.getByLabel('In flight').focus();
    await take('runs-set-up');
    await take('runs-set-up-more', window.getByRole('button', { name: 'Add expectation' }));
    await press('Choose and order');
    const rows = window.getByRole('treegrid', { name: 'Requests to send' }).getByRole('row');
    await rows.nth(3).press('Space');
    await rows.nth(4).press('Alt+ArrowUp');
    await window.getByRole('button', { name: /Environment$/ }).click();
    await window.getByRole('option', { name: 'Staging' }).click();
    await take('runs-requests', window.getByRole('heading', { name: 'Requests', exact: true }));
    await rows.nth(3).press('Space');
    await press('All, in the collection’s order');
    await press('Choose and order');
    await press('Start run');
    await window.getByRole('button', { name: 'Run again' }).waitFor();
    await take('runs-ended');
    await window.getByRole('radio', { name: /^Failed/ }).press('Space');
    await window.getByRole('row').nth(3).dblclick();
    await window.getByRole('dialog').getByText('Found:').first().waitFor();
    await take('runs-row');
    await window.keyboard.press('Escape');
    await window.getByRole('radio', { name: /^Key withheld/ }).press('Space');
    await window.getByRole('row').nth(1).dblclick();
    await window.getByRole('dialog').getByText('Key withheld').first().waitFor();
    await take('runs-row-withheld');
    await window.keyboard.press('Escape');
    await window.getByRole('tab', { name: 'Times' }).click();
    await window.locator('canvas').waitFor();
    await take('runs-times');
    await window.getByText('Show as table').click();
    await take('runs-times-table');
    isSlow = true;
    await press('Run again');
    await window.getByRole('progressbar', { name: 'Run' }).waitFor();
    await window.getByText(/Remaining/).waitFor();
    await window.getByRole('row').nth(6).waitFor();
    await take('runs-running');
    await press('Cancel');
    await window.getByRole('button', { name: 'More actions for this run' }).click();
    await window.getByRole('menuitem', { name: 'Compare…' }).click();
    await camera.dialog().waitFor();
    await take('runs-compare');
    await window.keyboard.press('Escape');
  } finally {
    await server.close();
    await elsewhere.close();
  }
}
