import type { Camera } from './camera.ts';

/** The Local API's section in Settings; a request with its explanation, and one that the Local API does not serve. */
export async function localApiPictures({ window, command, go, take }: Camera): Promise<void> {
  await go('Settings');
  const section = window.getByRole('region', { name: 'Local API' });
  await section.scrollIntoViewIfNeeded();
  await take('local-api');
  await section.getByRole('button', { name: 'Stop', exact: true }).click();
  await section.getByText('Stopped', { exact: true }).waitFor();
  await take('local-api-stopped');
  await command('localApi.start', {});
  await go('Requests');
  await window.getByText('Get the authenticated user', { exact: true }).first().click();
  await window.getByRole('tab', { name: 'About' }).click();
  await take('request-about');
  await window.getByRole('textbox', { name: 'URL', exact: true }).fill('{{baseUrl}}/mocks');
  await window.getByText('Not served by the Local API').waitFor();
  await take('request-not-served');
}
