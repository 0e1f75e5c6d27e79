import { startServer } from '../../test/support/servers.ts';
import type { Camera } from './camera.ts';

const HOST = 'https://staging.example.com';

/** Environments: none, one with a secret variable, its dialog, completion in the URL, values of answers, and a request as code. */
export async function environmentPictures(camera: Camera): Promise<void> {
  const { window, take, command, press } = camera;
  await camera.go('Requests');
  await press('Edit environments');
  await window.getByText('No environments yet').waitFor();
  await take('environments-empty');
  const { id } = await command<{ id: string }>('environments.create', { name: 'Staging' });
  await command('environments.create', { name: 'Production' });
  const { revision } = await command<{ revision: string }>('environments.get', { id });
  const rows = [
    { kind: 'plain', was: null, name: 'host', value: HOST, isEnabled: true },
    { kind: 'plain', was: null, name: 'account', value: 'ada@example.com', isEnabled: true },
    { kind: 'plain', was: null, name: 'page', value: '1', isEnabled: false },
  ];
  await command('environments.saveRows', { id, revision, rows });
  await command('environments.setSecret', {
    id,
    name: 'token',
    secret: 'made up for a picture 1',
    origins: [HOST],
  });
  await command('environments.setActive', { id });
  await window.getByText(/^Sealed; to/).waitFor();
  await take('environments');
  await press('Add secret variable');
  await take('environment-secret');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  const url = window.getByRole('textbox', { name: 'URL', exact: true });
  await url.fill('');
  await url.pressSequentially('{{host}}/orders/{{nothing}}?account={{');
  await window.getByRole('option').first().waitFor();
  await take('variable-completion');
  await window.keyboard.press('Escape');
  await url.fill('{{host}}/orders/{{$');
  await url.press('Control+Space');
  await window.getByRole('option').first().waitFor();
  await take('made-values');
  await window.keyboard.press('Escape');
  await url.fill('{{host}}/orders');
  await window.getByRole('tab', { name: /^Keep/ }).click();
  await window.getByLabel('Variable of new kept value').fill('accessToken');
  await window.getByLabel('Path or header of kept value 1').fill('$.access_token');
  await window.getByLabel('Variable of new kept value').fill('orderId');
  await window.getByLabel('Path or header of kept value 2').fill('$.data[0].id');
  await take('kept-values');
  await press('Copy as code');
  await window.getByRole('region', { name: 'Code' }).waitFor();
  await take('request-as-code');
  await window.keyboard.press('Escape');
  await keptNow(camera);
}

/** What an answer gave: a token that goes to its own server alone, and a number. */
async function keptNow({ window, take, press }: Camera): Promise<void> {
  const server = await startServer({
    answer(_request, response) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ access_token: 'made up for a picture 2', data: [{ id: 1017 }] }));
    },
  });
  try {
    const url = window.getByRole('textbox', { name: 'URL', exact: true });
    await url.fill(`${server.origin()}/orders`);
    await press('Send');
    const kept = window.getByRole('region', { name: 'Kept now' });
    await kept.getByText('1017').waitFor();
    await url.fill('{{host}}/orders/{{orderId}}');
    await kept.getByRole('button', { name: /^Allow/ }).waitFor();
    await take('kept-now', kept);
  } finally {
    await server.close();
  }
}
