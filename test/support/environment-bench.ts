import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCollectionFolder } from '../../electron/collections/collection-folder.ts';
import {
  createActiveEnvironment,
  createChosenEnvironment,
} from '../../electron/environments/active-environment.ts';
import { createEnvironmentLibrary } from '../../electron/environments/environment-library.ts';
import { createEnvironmentStore } from '../../electron/environments/environment-store.ts';
import { createSecretVariables } from '../../electron/environments/secret-variables.ts';
import { createSecretScan } from '../../electron/keys/secret-scan.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import {
  inMemoryKeychain,
  inMemoryPreferences,
  manualClock,
  recordingLogger,
  seededRandom,
} from './in-memory-ports.ts';
import { memoryLedger } from './memory-ledger.ts';

/** Environments in a folder of the test's own, over the real vault with a keychain in memory. */
export async function environmentBench() {
  const root = await mkdtemp(join(tmpdir(), 'kf-env-'));
  const path = join(root, 'Environments');
  const clock = manualClock();
  const random = seededRandom(randomUUID());
  const ledger = memoryLedger();
  const vault = createVault({
    keychain: inMemoryKeychain(),
    ledger,
    random,
    clock,
    logger: recordingLogger(),
  });
  await vault.open();
  const secrets = createSecretVariables({ ledger, vault, clock, random });
  const keyScan = createSecretScan({ ledger, vault }, 'keys');
  const asked: { readonly name: string; readonly origins: readonly string[] }[] = [];
  const bench = { agrees: true, changes: 0 };
  const files = createEnvironmentStore({
    folder: createCollectionFolder({ path, newId: randomUUID }),
    secrets,
    keyScan,
    newId: randomUUID,
    onChange: () => (bench.changes += 1),
    confirmOrigins: (name, origins) => {
      asked.push({ name, origins });
      return Promise.resolve(bench.agrees);
    },
  });
  const preferences = inMemoryPreferences();
  return Object.assign(bench, {
    ...{ path, ledger, vault, secrets, files, asked, preferences },
    scan: createSecretScan({ ledger, vault }),
    library: createEnvironmentLibrary({ files, preferences, onChange: () => undefined }),
    active: createActiveEnvironment({ environments: files, secrets, preferences, random }),
    chosen: createChosenEnvironment({ environments: files, secrets, random }),
    close: async () => {
      ledger.close();
      await rm(root, { recursive: true, force: true });
    },
  });
}

export type EnvironmentBench = Awaited<ReturnType<typeof environmentBench>>;
