import { randomBytes } from 'node:crypto';
import { speakEnglish } from '../../../shared/texts/speech.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { createSystemRandom } from '../../../electron/adapters/system-random.ts';
import { composeCollections } from '../../../electron/app/compose-collections.ts';
import { seedLedger } from '../../../electron/app/seed-ledger.ts';
import { collectionIdOf } from '../../../electron/collections/collection-reading.ts';
import { insertApiKey, listApiKeyRecords } from '../../../electron/keys/api-key-rows.ts';
import { createSigningKeys } from '../../../electron/keys/create-signing-keys.ts';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { openLedger } from '../../../electron/keys/ledger/open-ledger.ts';
import { firstMember } from '../../../electron/keys/member-rows.ts';
import { replaceSealedSecret } from '../../../electron/keys/sealed-secret-rows.ts';
import { createSecretScan } from '../../../electron/keys/secret-scan.ts';
import { createServiceDirectory } from '../../../electron/keys/service-directory.ts';
import type { Keychain } from '../../../electron/ports/keychain.ts';
import type { Logger } from '../../../electron/ports/logger.ts';
import { createSender } from '../../../electron/requests/create-sender.ts';
import { createHistory } from '../../../electron/requests/history.ts';
import { createSecretRegistry } from '../../../electron/requests/secret-registry.ts';
import { createMadeValues } from '../../../electron/requests/made-values.ts';
import { createRunService } from '../../../electron/runs/run-service.ts';
import { createUsage } from '../../../electron/usage/usage.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { failed } from '../../../shared/domain/app-error.ts';
import { maskOf } from '../../../shared/domain/api-key.ts';
import { DEFAULT_RUN_OPTIONS, type Run } from '../../../shared/domain/run.ts';
import { preferencesSchema } from '../../../shared/domain/preferences.ts';

/**
 * Keyfob’s runner as the app builds it, without its window: the collection read from its file, the ledger in a file, the vault with its
 * master key read once, signing, redaction, counting, and every result kept in the ledger.
 * `node keyfob-run.mjs <collection> <in flight> <folder of a prepared ledger>`, in which the run is kept; `node keyfob-run.mjs --prepare <folder> <origin>`
 * makes that ledger: of somebody who has a key of a service that names the server’s origin, as the floor finds its key in the file. A file stands for the keychain.
 */
const RUN_ID = 'bench-run';
const KEY_ID = 'bench-key';
const KEYCHAIN = 'keychain.txt';
const nothing = (): void => undefined;
const logger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const clock = createSystemClock();
const random = createSystemRandom();

function openIn(folder: string): Ledger {
  const opened = openLedger({ path: join(folder, 'keyfob.db'), clock, logger });
  if (opened.kind === 'closed') throw new Error(`The ledger is closed: ${opened.state.reason}`);
  seedLedger(opened.ledger, { random, clock });
  return opened.ledger;
}

/** In the place of the system's keychain, which a bench must not touch. */
function fileKeychain(path: string): Keychain {
  return {
    read: () =>
      Promise.resolve(
        existsSync(path) ? { kind: 'found', value: readFileSync(path, 'utf8') } : { kind: 'absent' },
      ),
    write: (value) => {
      writeFileSync(path, value, { mode: 0o600 });
      return Promise.resolve({ kind: 'written' });
    },
    remove: () => Promise.resolve({ kind: 'written' }),
  };
}

async function openParts(folder: string) {
  const ledger = openIn(folder);
  const keychain = fileKeychain(join(folder, KEYCHAIN));
  const vault = createVault({ keychain, ledger, random, clock, logger });
  await vault.open();
  const confirmWidening = (): Promise<boolean> => Promise.resolve(true);
  const services = createServiceDirectory({ ledger, clock, random, publish: nothing, confirmWidening });
  return { ledger, vault, clock, logger, publish: nothing, services };
}

async function prepare(folder: string, origin: string): Promise<void> {
  const { ledger, vault, services } = await openParts(folder);
  const isReady = await vault.prepare();
  if (!isReady.ok) throw new Error(isReady.error.message);
  const about = { baseUrl: origin, origins: [origin], checkUrl: null, keyPrefix: null };
  const service = services.create({ name: 'Bench', headerName: 'X-API-Key', ...about });
  if (!service.ok) throw new Error(service.error.message);
  const serviceId = service.value.id;
  ledger.transaction(() => {
    addKey(ledger, vault, serviceId);
  });
  ledger.close();
}

function addKey(ledger: Ledger, vault: Vault, serviceId: string): void {
  const secret = `bk_${randomBytes(24).toString('base64url')}`;
  insertApiKey(ledger, {
    ...{
      id: KEY_ID,
      serviceId,
      creatorId: firstMember(ledger)?.id ?? '',
      name: 'Bench',
      mask: maskOf(secret),
    },
    ...{ createdAt: clock.now(), expiresAt: null, isDefault: true, isIssuedHere: false },
  });
  const sealed = vault.seal(secret, { apiKeyId: KEY_ID, version: 1 });
  replaceSealedSecret(ledger, { apiKeyId: KEY_ID, version: 1, sealed });
}

async function main(folder: string, [file = '', inFlight = '1']: string[]): Promise<Run> {
  const common = await openParts(folder);
  const { ledger, publish } = common;
  const signingKeys = createSigningKeys(common);
  const sender = createSender({ signingKeys, clock });
  const preferences = preferencesSchema.parse({});
  const secretScan = createSecretScan(common);
  const noFile = {
    chooseSaveFile: () => Promise.resolve(null),
    chooseExisting: () => Promise.resolve(null),
    write: () => Promise.resolve(),
  };
  const { collections, places, keyNames, collectionWatch } = composeCollections({
    ...{ ...common, random, secretScan, path: dirname(file), fileDialog: noFile },
    fileRevealer: { showInFolder: () => undefined },
    speaker: { speech: () => speakEnglish('en-GB') },
    preferences: { get: () => preferences, set: () => preferences },
    keys: { list: () => listApiKeyRecords(ledger, clock.now()).map(({ apiKey }) => apiKey) },
  });
  const postmanClient = (): Promise<never> => Promise.reject(new Error('Nothing asks Postman here'));
  const usage = createUsage({ ...common, signingKeys, notifier: { show: nothing }, postmanClient });
  const runs = createRunService({
    ...common,
    sender,
    registry: createSecretRegistry(),
    ...{ collections, places, keyNames, secretScan },
    // No request of the bench expects anything that a thread would look for.
    createChecks: () => ({ start: nothing, check: () => Promise.resolve([]), close: nothing }),
    chosenEnvironment: () => Promise.resolve(failed('not-found')),
    history: createHistory({ ledger, publish }),
    userAgent: 'Keyfob/bench',
    madeValues: createMadeValues({ clock, random }),
    random,
    startLocalApi: () => Promise.resolve({ ok: true, value: null }),
    fileDialog: noFile,
    fileWriter: noFile,
    usage,
  });
  const started = await runs.start({
    ...{
      id: RUN_ID,
      collectionId: collectionIdOf(basename(file)),
      folderId: null,
      expectations: [],
      data: null,
    },
    options: { ...DEFAULT_RUN_OPTIONS, concurrency: Number(inFlight) },
  });
  if (!started.ok) throw new Error(started.error.message);
  const run = await runs.ended(RUN_ID);
  sender.pool.close();
  collectionWatch.stop();
  ledger.close();
  if (run?.totals.passed !== run?.planned) throw new Error(`Not all passed: ${JSON.stringify(run)}`);
  if (run === null) throw new Error('The run is not there');
  return run;
}

const [first = '', second = '', third = ''] = process.argv.slice(2);
if (first === '--prepare') {
  await prepare(second, third);
} else {
  const { totals, state } = await main(third, [first, second]);
  process.stdout.write(`${JSON.stringify({ requests: totals.done, passed: totals.passed, state })}\n`);
}
