import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../../test/support/build-archive.ts';
import { hostControls } from '../../test/support/host-controls.ts';
import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

/** Before the first scan, with keys found in files and in an archive, what was not unpacked, and with none found. */
export async function exposedPictures(camera: Camera): Promise<void> {
  const { keyfob, window, command, take, go, press } = camera;
  const desktop = hostControls(keyfob);
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-scanned-'));
  try {
    await go('Exposed keys');
    await take('exposed-empty');
    await someKeys(camera);
    const listed = await command<{ id: string; name: string }[]>('keys.list', {});
    const id = listed.find(({ name }) => name === 'Local development')?.id;
    await command('keys.copy', { id });
    const secret = await desktop.clipboardText();
    await mkdir(join(folder, 'shop', 'deploy'), { recursive: true });
    await desktop.queueDialogAnswer({ kind: 'files', paths: [folder] });
    await press('Scan a folder…');
    await window.getByText('None of your keys lies there').first().waitFor();
    await take('exposed-nothing-found');
    await writeFile(join(folder, 'shop', '.env'), `# local\nPOSTMAN_API_KEY=${secret}\n`);
    await writeFile(join(folder, 'shop', 'deploy', 'notes.md'), `Use \`${secret}\` for now.\n`);
    const inner = zipOf([{ name: 'notes.txt', content: 'older' }]);
    const backup = [
      { name: 'shop/.env', content: `POSTMAN_API_KEY=${secret}\n` },
      { name: 'shop/older.zip', content: inner },
    ];
    await writeFile(join(folder, 'backup-2026-11.zip'), zipOf(backup));
    await writeFile(join(folder, 'photos.7z'), Buffer.from('377abcaf271c0004', 'hex'));
    await desktop.queueDialogAnswer({ kind: 'files', paths: [folder] });
    await press(/^Scan a folder/);
    await window.getByText('notes.md').first().waitFor();
    await take('exposed');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
