import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { noKeychain } from '../../../electron/adapters/no-keychain.ts';
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
import type { Logger } from '../../../electron/ports/logger.ts';
import { createSender } from '../../../electron/requests/create-sender.ts';
import { createHistory } from '../../../electron/requests/history.ts';
import { createSecretRegistry } from '../../../electron/requests/secret-registry.ts';
import { createRunService } from '../../../electron/runs/run-service.ts';
import { createUsage } from '../../../electron/usage/usage.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { maskOf } from '../../../shared/domain/api-key.ts';
import { DEFAULT_RUN_OPTIONS, type Run } from '../../../shared/domain/run.ts';
import { preferencesSchema } from '../../../shared/domain/preferences.ts';

/**
 * Keyfob’s runner as the app builds it, without its window: the collection read from its file, the ledger in a file, the vault with its
 * master key in memory, a key of a service that names the server’s origin, signing, redaction, counting, and every result kept in the ledger.
 * `node keyfob-run.mjs <collection> <in flight> <origin> <folder of a prepared ledger>`;
 * `node keyfob-run.mjs --prepare <folder>` makes that ledger: one that was opened before and holds no key.
 */
const RUN_ID = 'bench-run';
const KEY_ID = 'bench-key';
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

async function main(folder: string, [file = '', inFlight = '1', origin = '']: string[]): Promise<Run> {
  const publish = nothing;
  const ledger = openIn(folder);
  const vault = createVault({ keychain: noKeychain(), ledger, random, clock, logger });
  await vault.open();
  await vault.useMemory();
  const confirmWidening = (): Promise<boolean> => Promise.resolve(true);
  const services = createServiceDirectory({ ledger, clock, random, publish, confirmWidening });
  const about = { baseUrl: origin, origins: [origin], checkUrl: null, keyPrefix: null };
  const service = services.create({ name: 'Bench', headerName: 'X-API-Key', ...about });
  if (!service.ok) throw new Error(service.error.message);
  const serviceId = service.value.id;
  ledger.transaction(() => {
    addKey(ledger, vault, serviceId);
  });
  const common = { ledger, vault, clock, logger, publish, services };
  const signingKeys = createSigningKeys(common);
  const sender = createSender({ signingKeys, clock });
  const preferences = preferencesSchema.parse({});
  const secretScan = createSecretScan(common);
  const { collections, places, keyNames, collectionWatch } = composeCollections({
    ...{ ...common, random, secretScan, path: dirname(file) },
    preferences: { get: () => preferences, set: () => preferences },
    keys: { list: () => listApiKeyRecords(ledger, clock.now()).map(({ apiKey }) => apiKey) },
  });
  const noFile = {
    chooseSaveFile: () => Promise.resolve(null),
    chooseExisting: () => Promise.resolve(null),
    write: () => Promise.resolve(),
  };
  const postmanClient = (): Promise<never> => Promise.reject(new Error('Nothing asks Postman here'));
  const usage = createUsage({ ...common, signingKeys, notifier: { show: nothing }, postmanClient });
  const runs = createRunService({
    ...common,
    sender,
    registry: createSecretRegistry(),
    ...{ collections, places, keyNames, secretScan },
    history: createHistory({ ledger, publish }),
    userAgent: 'Keyfob/bench',
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

const [first = '', prepared = '', ...rest] = process.argv.slice(2);
if (first === '--prepare') {
  openIn(prepared).close();
} else {
  const [origin = '', ledgerFolder = ''] = rest;
  const folder = mkdtempSync(join(tmpdir(), 'keyfob-bench-run-'));
  try {
    copyFileSync(join(ledgerFolder, 'keyfob.db'), join(folder, 'keyfob.db'));
    const { totals, state } = await main(folder, [first, prepared, origin]);
    process.stdout.write(`${JSON.stringify({ requests: totals.done, passed: totals.passed, state })}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
