import type { Camera } from './camera.ts';
import { startApi } from './some-api.ts';

export async function send({ window }: Camera, url: string): Promise<void> {
  await window.getByRole('textbox', { name: 'URL', exact: true }).fill(url);
  await window.getByRole('button', { name: 'Send', exact: true }).click();
  await window.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'hidden' });
}

/** Requests that are sent, redirected, withheld and refused; then what is left of them in History and Activity. */
export async function requestPictures(camera: Camera): Promise<void> {
  const { window, take, command } = camera;
  const api = await startApi();
  try {
    await command('keys.generate', { name: 'CI pipeline', serviceId: 'local', expiry: { kind: 'never' } });
    const reports = await command<{ id: string }>('services.create', {
      name: 'Reports',
      baseUrl: `${api.url}/v1`,
      headerName: 'X-API-Key',
      origins: [api.url],
    });
    const reader = await command<{ id: string }>('keys.generate', {
      name: 'Reports reader',
      serviceId: reports.id,
      expiry: { kind: 'never' },
    });
    await camera.go('Requests');
    await take('requests-empty');
    await send(camera, '{{baseUrl}}/me');
    await take('requests');
    await send(camera, `${api.url}/v1/reports`);
    await window.getByRole('region', { name: 'Response' }).getByRole('tab', { name: 'Timeline' }).click();
    await take('timeline');
    await command('keys.setDisabled', { id: reader.id, isDisabled: true });
    await send(camera, `${api.url}/v1/reports`);
    await take('withheld');
    await send(camera, 'http://127.0.0.1:1/');
    await take('request-failed');
    await historyAndActivity(camera);
  } finally {
    api.close();
  }
}

async function historyAndActivity(camera: Camera): Promise<void> {
  const { window, take } = camera;
  await camera.go('History');
  await take('history');
  await camera.go('Activity');
  await take('activity');
  await window.getByRole('searchbox', { name: 'Search activity' }).fill('nothing like this');
  await window.getByText('Nothing matches').waitFor();
  await take('activity-nothing-found');
}
