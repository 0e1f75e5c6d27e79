import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announceChanges } from '../../electron/app/announce-changes.ts';
import { composeCollections } from '../../electron/app/compose-collections.ts';
import { composeEnvironments } from '../../electron/app/compose-environments.ts';
import { composeDesktop } from '../../electron/app/compose-desktop.ts';
import { composeDiagnostics } from '../../electron/app/compose-diagnostics.ts';
import { composeExports } from '../../electron/app/compose-exports.ts';
import { composeHistory } from '../../electron/app/compose-history.ts';
import { composeImports } from '../../electron/app/compose-imports.ts';
import { composeKeyFiles } from '../../electron/app/compose-key-files.ts';
import { composeKeys } from '../../electron/app/compose-keys.ts';
import { composeLocalApi } from '../../electron/app/compose-local-api.ts';
import { composeSending } from '../../electron/app/compose-sending.ts';
import { createDropped } from '../../electron/app/dropped.ts';
import { composeStorage } from '../../electron/app/compose-storage.ts';
import { createPostman } from '../../electron/app/create-postman.ts';
import { lazyPostman } from '../../electron/app/lazy-postman.ts';
import { atomicFileWriter } from '../../electron/adapters/atomic-file-writer.ts';
import { createExposedScans } from '../../electron/exposed/exposed-scans.ts';
import { createHandlers } from '../../electron/ipc/create-handlers.ts';
import { createDispatch } from '../../electron/ipc/dispatch.ts';
import { createLockedGate } from '../../electron/ipc/locked-gate.ts';
import { createServiceDirectory } from '../../electron/keys/service-directory.ts';
import { createSigningKeys } from '../../electron/keys/create-signing-keys.ts';
import { composeNetwork } from '../../electron/app/compose-network.ts';
import { nodeBytesReader } from '../../electron/adapters/node-bytes-reader.ts';
import { createIssuer } from '../../electron/local-api/issuer.ts';
import { createChosenFiles } from '../../electron/requests/chosen-files.ts';
import { redactingLogger } from '../../electron/requests/redacting-logger.ts';
import { createSecretRegistry } from '../../electron/requests/secret-registry.ts';
import { createUpdates } from '../../electron/updates/updates.ts';
import { createUsage } from '../../electron/usage/usage.ts';
import type { PreferenceStore } from '../../electron/ports/preference-store.ts';
import { events, type EventName } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/domain/app-error.ts';
import { nodeBodyFiles } from '../../electron/adapters/node-body-files.ts';
import { nodeFileLooker } from '../../electron/adapters/node-file-looker.ts';
import { nodeFileReader } from '../../electron/adapters/node-file-reader.ts';
import { createSystemRandom } from '../../electron/adapters/system-random.ts';
import { fakeUpdateFeed } from './fake-update-feed.ts';
import {
  inMemoryClipboard,
  inMemoryLoginItem,
  inMemoryKeychain,
  inMemoryPreferences,
  inMemoryTouchId,
  recordingLogger,
  recordingNotifier,
  type InMemoryKeychain,
} from './in-memory-ports.ts';
import { dialogWhileUnlocked, whileUnlocked } from '../../electron/vault/while-unlocked.ts';
import type { TouchId } from '../../electron/ports/touch-id.ts';
import { englishSpeaker } from './english-speaker.ts';
import type { FileDialog } from '../../electron/ports/file-dialog.ts';
import { realClock } from './sender-bench.ts';

const sender = { url: 'app://keyfob/index.html', isTopFrame: true };

export interface WholeAppOptions {
  /** One that outlives the app; else a folder of its own, which goes with it. */
  readonly folder?: string;
  readonly preferences?: PreferenceStore;
  readonly keychain?: InMemoryKeychain;
  /** A Mac's; else the system has none. */
  readonly touchId?: TouchId;
  /** What the person does when they are asked for a file; else they save where they are told to, and choose nothing. */
  readonly fileDialog?: FileDialog;
  /** Another limit of the Local API than Postman's. */
  readonly callsPerMinute?: number;
  /** What they do when they are asked whether something may be done; else they agree. */
  readonly confirms?: () => Promise<boolean>;
}

/**
 * The whole main process behind its dispatcher: real ledger and files in a folder of its own, real Local API on loopback, real sender;
 * only what belongs to Electron or to the person (keychain, clipboard, dialogs, notifications) is in memory. As `main.ts` composes it.
 */
export function wholeApp(options: WholeAppOptions = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'keyfob-whole-'));
  const registry = createSecretRegistry();
  const log = recordingLogger();
  const logger = redactingLogger(log, registry);
  const [clock, random] = [realClock, createSystemRandom()];
  const [clipboard, notifier] = [inMemoryClipboard(), recordingNotifier()];
  const preferences = options.preferences ?? inMemoryPreferences();
  const badEvents: string[] = [];
  const publish = (event: EventName, payload: unknown): void => {
    if (!events[event].safeParse(payload).success) badEvents.push(event);
  };
  const keychain = options.keychain ?? inMemoryKeychain();
  const storage = composeStorage({
    ...{ folder, clock, random, logger, publish, keychain: () => keychain, speaker: englishSpeaker() },
    touchId: options.touchId ?? inMemoryTouchId({ isKnown: false }),
  });
  const { ledger, vault, ledgerHost } = storage;
  const agrees = whileUnlocked(vault, options.confirms ?? (() => Promise.resolve(true)));
  const services = createServiceDirectory({ ledger, clock, random, publish, confirmWidening: agrees });
  const common = { clock, random, registry, logger, clipboard, notifier, ledger, vault, publish, services };
  const signingKeys = createSigningKeys(common);
  const asked = options.fileDialog ?? savesIn(folder);
  const dialogs = dialogWhileUnlocked(vault, asked);
  const settled = composeNetwork({
    ...{ ...common, fileDialog: dialogs, bytesReader: nodeBytesReader(), confirmUnchecked: agrees },
    confirmProxy: agrees,
    proxyResolver: { resolve: () => Promise.resolve('DIRECT') },
  });
  const network = { clock, random, signingKeys, registry, routes: settled.routes, userAgent: 'Keyfob/test' };
  const postman = lazyPostman(() => Promise.resolve(createPostman(network)));
  const issuer = createIssuer(random);
  const files = { fileDialog: dialogs, fileWriter: atomicFileWriter() };
  const verifier = { verify: () => Promise.resolve(ok(null)) };
  const keys = composeKeys({
    ...common,
    environment: {},
    ...files,
    preferences,
    issuer,
    verifier,
    confirmOrigin: agrees,
  });
  const postmanClient = () => postman.client();
  const localApi = composeLocalApi({
    ...{ ...common, issuer, signingKeys, copier: keys.copier, postmanClient },
    ...{ preferredPort: 0, callsPerMinute: options.callsPerMinute },
  });
  const chosenFiles = createChosenFiles({
    ...{ ...common, ...files, fileLooker: nodeFileLooker(), confirmFileOrigin: agrees },
  });
  const documents = {
    ...{ ...common, ...keys, preferences, signingKeys, speaker: englishSpeaker() },
    onRemoved: chosenFiles.forget,
  };
  const collections = composeCollections({
    ...{ ...documents, fileDialog: dialogs, path: join(folder, 'Collections') },
    fileRevealer: { showInFolder: () => undefined },
  });
  const environments = composeEnvironments({
    ...{ ...documents, places: collections.places, confirmOrigins: agrees },
    path: join(folder, 'Environments'),
  });
  const usage = createUsage({ ...common, signingKeys, postmanClient });
  const history = composeHistory({ ...common, preferences, usage });
  const sending = composeSending({
    fileRevealer: { showInFolder: () => undefined },
    ...common,
    bodyFiles: nodeBodyFiles(join(folder, 'responses')),
    jsonFilterFile: fileURLToPath(new URL('../../electron/requests/json-filter-worker.ts', import.meta.url)),
    expectationFile: fileURLToPath(new URL('../../electron/runs/expectation-worker.ts', import.meta.url)),
    ...network,
    ...localApi,
    ...collections,
    ...environments,
    ...files,
    chosenFiles,
    history,
    usage,
  });
  const imports = composeImports({
    ...{ ...common, ...keys, ...files, ...collections.forImports },
    ...{ confirmOrigins: agrees, confirmVariableOrigins: agrees, documents: folder },
    secretVariables: environments.secretVariables,
    takeOpenedFiles: () => [],
    dropped: createDropped(),
  });
  const exposedScans = createExposedScans({
    ...{ ...common, ...keys, ...files, ownFolder: folder },
    fileRevealer: { showInFolder: () => undefined },
    // A scan that ends at once: its thread has tests of its own.
    runner: {
      run: (_job, { onEnd }) => (queueMicrotask(() => onEnd('complete')), { cancel: () => undefined }),
    },
  });
  const leaving = composeExports({
    ...{ ...documents, ...collections, ...environments, ...files, history },
    version: '0.0.0',
  });
  const keyFiles = composeKeyFiles({
    ...{ ...common, ...keys, ...files, ...environments, fileReader: nodeFileReader(), kitDialog: asked },
    wrapCost: 2 ** 14,
  });
  const updates = createUpdates({
    ...{ ...common, preferences, feed: fakeUpdateFeed(), currentVersion: '0.0.0', quit: () => undefined },
  });
  const diagnostics = composeDiagnostics({
    ...{ ...storage, clock, folder, publish, version: '0.0.0', isFolderChosen: true },
    checkWorkerFile: new URL('../../electron/diagnostics/ledger-check-worker.ts', import.meta.url),
  });
  const opener = { open: declines, openLocal: declines };
  const about = { version: '0.0.0', platform: 'linux' as const };
  const { desktop, quickCopy } = composeDesktop({
    ...{ preferences, publish, copier: keys.copier, app: new EventEmitter() as never, env: {} }, // it listens alone
    shortcuts: { register: () => true, unregister: () => undefined },
    palette: { toggle: () => undefined, hide: () => undefined },
    loginItem: inMemoryLoginItem(),
    showKeyfob: () => undefined,
  });
  const handlers = createHandlers({
    ...{ ...keys, ...localApi, ...collections, ...environments, ...sending, ...storage, ...leaving },
    network: settled.network,
    ...{
      about,
      opener,
      services,
      history,
      usage,
      imports,
      exposedScans,
      updates,
      diagnostics,
      ...keyFiles,
      preferences,
      desktop,
      quickCopy,
      chosenFiles,
    },
  });
  announceChanges({ ...storage, ...localApi, services, publish });
  const dispatch = createDispatch(handlers, logger, createLockedGate(vault));
  return {
    ...{ folder, log, badEvents, ledger, ledgerHost, vault, clipboard, localApi: localApi.localApi },
    invoke: (command: string, input: unknown) => dispatch({ sender, command, input }),
    async close() {
      collections.collectionWatch.stop();
      environments.environmentWatch.stop();
      await sending.runs.close();
      await sending.requests.close();
      await postman.close();
      await localApi.localApi.stop();
      await keys.copier.clearNow();
      ledgerHost.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const declines = () => Promise.resolve('declined' as const);

/** The person saves under the suggested name, in turn, and chooses nothing. */
function savesIn(folder: string) {
  return {
    chooseSaveFile: ({ suggestedName: name }: { readonly suggestedName: string }) =>
      Promise.resolve({ path: join(folder, 'saved'), name }),
    chooseExisting: () => Promise.resolve(null),
  };
}
