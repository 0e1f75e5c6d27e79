import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { languageSchema } from '../shared/domain/language.ts';
import { launchKeyfob } from '../test/support/launch.ts';
import { type Keyring, startKeyring } from '../test/support/keyring.ts';
import { type Camera, cameraOf, picturesFolderOf } from './pictures/camera.ts';
import { editorPictures } from './pictures/editor.ts';
import { environmentPictures } from './pictures/environments.ts';
import { collectionPictures } from './pictures/collections.ts';
import { exposedPictures } from './pictures/exposed.ts';
import { importPictures } from './pictures/import.ts';
import { keyPictures } from './pictures/keys.ts';
import { localApiPictures } from './pictures/local-api.ts';
import { lockPictures } from './pictures/lock.ts';
import { otherPictures } from './pictures/other.ts';
import { policyPictures } from './pictures/policies.ts';
import { quickCopyPictures } from './pictures/quick-copy.ts';
import { requestPictures } from './pictures/requests.ts';
import { runPictures } from './pictures/runs.ts';
import { responsePictures } from './pictures/response.ts';
import { servicePictures } from './pictures/services.ts';
import { sharingPictures } from './pictures/sharing.ts';
import { teamPictures } from './pictures/team.ts';
import { usagePictures } from './pictures/usage.ts';

/**
 * Makes the pictures under `docs/pictures/`: each screen and state, light and dark, wide and narrow. `npm run pictures`
 * makes all of them anew; `npm run pictures -- team keys` those of these areas alone. With `--language de` they are taken in German,
 * into `test-results/pictures/de/`, to be looked at.
 */
const areas: Readonly<Record<string, (camera: Camera) => Promise<void>>> = {
  keys: keyPictures,
  policies: policyPictures,
  services: servicePictures,
  sharing: sharingPictures,
  team: teamPictures,
  requests: requestPictures,
  editor: editorPictures,
  environments: environmentPictures,
  runs: runPictures,
  response: responsePictures,
  collections: collectionPictures,
  'local-api': localApiPictures,
  usage: usagePictures,
  exposed: exposedPictures,
  import: importPictures,
  lock: lockPictures,
  'quick-copy': quickCopyPictures,
  other: otherPictures,
};
const KEYCHAIN = 'keychain';

const { values, positionals } = parseArgs({
  options: { language: { type: 'string', default: 'en' } },
  allowPositionals: true,
});
const language = languageSchema.parse(values.language);

async function launch(keyring: Keyring, userDataDir?: string): Promise<Camera> {
  const folder = userDataDir === undefined ? {} : { userDataDir };
  const camera = cameraOf(
    await launchKeyfob({ env: keyring.env, masterKey: 'keychain', ...folder }),
    language,
  );
  await camera.command('preferences.set', { isRecoveryKitOffered: true });
  return camera;
}

/** With keys, and a keychain that is locked; then without one. */
async function keychainPictures(keyring: Keyring): Promise<void> {
  let camera = await launch(keyring);
  for (const name of ['CI pipeline', 'Local development'])
    await camera.command('keys.generate', { name, serviceId: 'local', expiry: { kind: 'never' } });
  const { userDataDir } = camera.keyfob;
  await camera.close();
  await keyring.lock();
  camera = await launch(keyring, userDataDir);
  await camera.take('keychain-locked');
  await camera.close();
  await keyring.stopService();
  camera = await launch(keyring);
  await camera.take('no-keychain');
  await camera.close();
}

async function withKeyring(work: (keyring: Keyring) => Promise<void>): Promise<void> {
  const keyring = await startKeyring({ state: 'unlocked' });
  try {
    await work(keyring);
  } finally {
    await keyring.stop();
  }
}

async function main(wanted: readonly string[]): Promise<void> {
  const known = [...Object.keys(areas), KEYCHAIN];
  const folder = picturesFolderOf(language);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No pictures of ${unknown.join(', ')}; there are ${known.join(', ')}`);
  if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  for (const [name, take] of Object.entries(areas)) {
    if (!isWanted(name)) continue;
    await withKeyring(async (keyring) => {
      const camera = await launch(keyring);
      await take(camera);
      await camera.close();
    });
  }
  if (isWanted(KEYCHAIN)) await withKeyring(keychainPictures);
}

await main(positionals);
