import type { Camera } from './camera.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A few keys in different states. */
export async function someKeys({ command }: Camera): Promise<void> {
  const keys = [
    { name: 'Local development', serviceId: 'local', expiry: { kind: 'after-days', days: 90 } },
    { name: 'Newman on the build server', serviceId: 'local', expiry: { kind: 'after-days', days: 7 } },
    { name: 'Monitoring', serviceId: 'local', expiry: { kind: 'at', at: Date.now() + 365 * DAY } },
    { name: 'Vertretung für Anna – Übergabe', serviceId: 'local', expiry: { kind: 'never' } },
  ];
  for (const key of keys) await command('keys.generate', key);
  const listed = await command<{ id: string; name: string }[]>('keys.list', {});
  const monitoring = listed.find(({ name }) => name === 'Monitoring');
  await command('keys.setDisabled', { id: monitoring?.id, isDisabled: true });
}

/** Generating a key, the table, and what a row offers. */
export async function keyPictures(camera: Camera): Promise<void> {
  const { window, take, press, choose } = camera;
  await take('api-keys-empty');
  await press('Generate API Key');
  await window.getByLabel('Name', { exact: true }).fill('CI pipeline');
  await take('generate');
  await camera.dialog().getByRole('button', { name: 'Generate API Key' }).click();
  await window.getByRole('dialog', { name: 'Copy your API key' }).waitFor();
  await take('reveal');
  await press('Close');
  await someKeys(camera);
  await take('api-keys');
  await press('More actions for CI pipeline');
  await take('api-keys-menu');
  await window.keyboard.press('Escape');
  for (const [item, name] of [
    ['Regenerate', 'regenerate'],
    ['This key was exposed…', 'regenerate-exposed'],
    ['Use it elsewhere', 'use-elsewhere'],
    ['Rename', 'rename'],
    ['Set expiration', 'set-expiration'],
    ['Delete', 'delete'],
  ] as const) {
    await choose('CI pipeline', item);
    await camera.dialog().waitFor();
    await take(name);
    await window.keyboard.press('Escape');
    await camera.dialog().waitFor({ state: 'detached' });
  }
}
