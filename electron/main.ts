import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, nativeTheme, powerMonitor, protocol, session, systemPreferences } from 'electron';
import { atomicFileWriter } from './adapters/atomic-file-writer.ts';
import { electronClipboard } from './adapters/electron-clipboard.ts';
import { questionsTexts } from '../shared/texts/en/questions.ts';
import {
  electronConfirmFileOrigin,
  electronConfirmImportedKey,
  electronConfirmOrigin,
  electronConfirmVariableOrigins,
  electronConfirmWidening,
  electronExternalOpener,
  electronNetworkQuestions,
} from './adapters/electron-dialogs.ts';
import { systemLoginItem } from './adapters/system-login-item.ts';
import { electronGlobalShortcuts } from './adapters/electron-global-shortcuts.ts';
import { electronFileDialog } from './adapters/electron-file-dialog.ts';
import { electronFileRevealer } from './adapters/electron-file-revealer.ts';
import { electronLogLogger } from './adapters/electron-log-logger.ts';
import { electronProxyResolver } from './adapters/electron-proxy-resolver.ts';
import { nodeBytesReader } from './adapters/node-bytes-reader.ts';
import { electronNotifier } from './adapters/electron-notifier.ts';
import { openElectronStorePreferences } from './adapters/electron-store-preferences.ts';
import { electronTouchId } from './adapters/electron-touch-id.ts';
import { packagedUpdateFeed } from './adapters/electron-update-feed.ts';
import { createKeytarKeychain } from './adapters/keytar-keychain.ts';
import { noKeychain } from './adapters/no-keychain.ts';
import { nodeFileLooker } from './adapters/node-file-looker.ts';
import { nodeBodyFiles } from './adapters/node-body-files.ts';
import { nodeFileReader } from './adapters/node-file-reader.ts';
import { createSystemClock } from './adapters/system-clock.ts';
import { createSystemRandom } from './adapters/system-random.ts';
import { announceRunEnds } from './app/announce-run-ends.ts';
import { announceChanges } from './app/announce-changes.ts';
import { appScheme, createAppProtocol } from './app/app-protocol.ts';
import { composeAttention } from './app/compose-attention.ts';
import { composeCollections, type CollectionParts } from './app/compose-collections.ts';
import { closeToTray } from './app/close-decision.ts';
import { COLLECTIONS, composeImports, ENVIRONMENTS, type ImportParts } from './app/compose-imports.ts';
import { composeEnvironments, type EnvironmentParts } from './app/compose-environments.ts';
import { composeDesktop, offerShortcutsPortal } from './app/compose-desktop.ts';
import { composeDiagnostics } from './app/compose-diagnostics.ts';
import { composeFirstPage } from './app/compose-first-page.ts';
import { composeExports, type ExportParts } from './app/compose-exports.ts';
import { composeHistory } from './app/compose-history.ts';
import { composeKeyFiles } from './app/compose-key-files.ts';
import { composeKeys } from './app/compose-keys.ts';
import { composeLocalApi } from './app/compose-local-api.ts';
import { composeNetwork, type NetworkParts } from './app/compose-network.ts';
import { composeSending } from './app/compose-sending.ts';
import { composeStorage } from './app/compose-storage.ts';
import { composeUpdates } from './app/compose-updates.ts';
import { describeBug } from './app/describe-bug.ts';
import { healVault } from './app/heal-vault.ts';
import { loadIcons } from './app/icons.ts';
import { createDropped } from './app/dropped.ts';
import { lazyPostman } from './app/lazy-postman.ts';
import { followLifecycle } from './app/lifecycle.ts';
import { loginCommand } from './app/login-command.ts';
import { lockByHand } from './app/lock-by-hand.ts';
import { logBugs } from './app/log-bugs.ts';
import { createNavigation } from './app/navigation.ts';
import { noteVersion } from './app/note-version.ts';
import { observedPreferences } from './app/observed-preferences.ts';
import { openVault } from './app/open-vault.ts';
import { currentPlatform } from './app/platform.ts';
import { makePrivateFolder } from './app/private-folder.ts';
import {
  blockForeignRequests,
  denyPermissions,
  guardEveryPage,
  sandboxEveryProcess,
} from './app/security.ts';
import { listenForFiles } from './app/opened-files.ts';
import { listenForLinks } from './app/screen-link.ts';
import { createQuickCopyWindow } from './app/quick-copy-window.ts';
import { isStartedHidden } from './app/start-hidden.ts';
import { showMenu } from './app/show-menu.ts';
import { showTray } from './app/show-tray.ts';
import { runShutdown } from './app/shutdown.ts';
import { readStartOptions } from './app/start-options.ts';
import { createSpeaker } from './app/speaker.ts';
import { startServices } from './app/start-services.ts';
import { watchLock } from './app/watch-lock.ts';
import { createMainWindow } from './app/window.ts';
import { createExposedScans } from './exposed/exposed-scans.ts';
import { createWorkerScanRunner } from './exposed/worker-scan-runner.ts';
import { createHandlers } from './ipc/create-handlers.ts';
import { createDispatch } from './ipc/dispatch.ts';
import { createLockedGate } from './ipc/locked-gate.ts';
import { createPublisher } from './ipc/publish.ts';
import { registerIpc } from './ipc/register.ts';
import { createSigningKeys } from './keys/create-signing-keys.ts';
import { watchExpiry } from './keys/expiry-watch.ts';
import { createServiceDirectory } from './keys/service-directory.ts';
import { createIssuer } from './local-api/issuer.ts';
import { watchAccessKeys } from './local-api/watch-access-keys.ts';
import { createChosenFiles, type ChosenFilesOptions } from './requests/chosen-files.ts';
import { watchHistory } from './requests/watch-history.ts';
import { redactingLogger } from './requests/redacting-logger.ts';
import { createSecretRegistry } from './requests/secret-registry.ts';
import { createUsage } from './usage/usage.ts';
import { dialogWhileUnlocked, whileUnlocked } from './vault/while-unlocked.ts';

const SHUTDOWN_LIMIT_MS = 3_000;
/** The folder of the build: `main`, `preload` and `renderer` lie beside each other in it. */
const out = resolve(import.meta.dirname, '..');
const jsonFilterFile = join(out, 'main', 'json-filter-worker.js');
const expectationFile = join(out, 'main', 'expectation-worker.js');
const options = readStartOptions(process.env, app.isPackaged);

protocol.registerSchemesAsPrivileged([appScheme]);
sandboxEveryProcess(app);
offerShortcutsPortal(app);
guardEveryPage(app);
const userDataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (userDataFolder !== '') app.setPath('userData', resolve(userDataFolder));
const links = listenForLinks(app, process.argv);
const openedFiles = listenForFiles(app, process.argv, process.cwd());
const dropped = createDropped();
// Before anything opens a store: two processes would lose each other's writes.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

/** Where a person finds collections and environments. What runs on a folder of its own keeps them there too. */
function documentsPath(): string {
  return userDataFolder === '' ? join(app.getPath('documents'), 'Keyfob') : app.getPath('userData');
}

/** Builds everything, in order. The page loads while the services are built. */
function start(): void {
  const base = buildBase();
  const shell = buildShell(base);
  const services = buildServices(base, shell);
  const about = { version: app.getVersion(), platform: currentPlatform(process.platform) };
  const isFolderChosen = userDataFolder !== '';
  const diagnostics = composeDiagnostics({
    ...{ ...base, ...shell, ...services, version: about.version, isFolderChosen },
    checkWorkerFile: join(out, 'main', 'ledger-check-worker.js'),
  });
  const desktop = buildDesktop(shell, services);
  const handlers = createHandlers({ ...services, ...shell, ...desktop, about, diagnostics });
  const dispatch = createDispatch(handlers, base.logger, createLockedGate(services.vault));
  registerIpc({ dispatch, quickCopyPage: shell.palette.page, onDrop: dropped.receive });
  shell.firstPage.follow({ dispatch, vault: services.vault });
  showMenu({ ...base, ...shell, ...services });
  showTray({ ...base, ...shell, ...services, quit: () => app.quit() });
  follow(base, shell, { ...services, ...desktop });
  links.follow(shell.goTo);
  openedFiles.follow(shell.goTo);
}

/** Without its message: it may repeat what it was given. */
function giveUp(error: unknown): void {
  const { name, frames } = describeBug(error);
  dialog.showErrorBox('Keyfob could not start', [name, ...frames].join('\n'));
  app.exit(1);
}

/** What everything else stands on. */
function buildBase() {
  const folder = makePrivateFolder(app.getPath('userData'));
  const registry = createSecretRegistry();
  const logFile = electronLogLogger({
    folder: makePrivateFolder(join(folder, 'logs')),
    isVerbose: !app.isPackaged,
  });
  const logger = redactingLogger(logFile, registry);
  logBugs(process, logger);
  const clock = createSystemClock();
  const store = openElectronStorePreferences({ folder, logger, now: () => clock.now() });
  const clipboard = electronClipboard(process.platform);
  const notifier = electronNotifier();
  const speaker = createSpeaker({
    preference: () => store.get().language,
    locales: () => app.getPreferredSystemLanguages(),
  });
  const system = { clock, random: createSystemRandom(), clipboard, notifier };
  return { folder, registry, logger, store, speaker, ...system };
}

type Base = ReturnType<typeof buildBase>;

/** The window and what reaches it. */
function buildShell({ store, logger, speaker }: Base) {
  denyPermissions(session.defaultSession);
  blockForeignRequests(session.defaultSession, app.isPackaged);
  const isHidden = isStartedHidden(app, process.argv);
  const firstPage = composeFirstPage({ app, out, store, logger, window: () => window, isHidden });
  protocol.handle(appScheme.scheme, createAppProtocol(join(out, 'renderer'), firstPage.write));
  nativeTheme.themeSource = store.get().theme;
  noteVersion(store, { version: app.getVersion(), logger });
  const icons = loadIcons(join(app.getAppPath(), 'resources'), process.platform);
  const preload = join(out, 'preload', 'preload.cjs');
  const window = createMainWindow({ preload, placement: store, icon: icons.window, logger });
  const publisher = createPublisher(() => [window.current()?.webContents ?? null, palette.page()], logger);
  const { publish } = publisher;
  const palette = createQuickCopyWindow({ preload, logger, publish });
  const preferences = observedPreferences(store, (changed) => {
    nativeTheme.themeSource = changed.theme;
    publish('preferences.changed', changed);
  });
  const navigation = createNavigation(window, publish);
  const asker = { window: window.current, texts: () => speaker.speech().textsOf(questionsTexts) };
  const opener = electronExternalOpener(asker);
  const shown = isHidden ? Promise.resolve() : window.show();
  return {
    icons,
    window,
    firstPage,
    palette,
    shown,
    publisher,
    publish,
    preferences,
    ...navigation,
    opener,
    asker,
  };
}

type Shell = ReturnType<typeof buildShell>;

/** The ledger, the vault and what stands on them. */
function buildServices(base: Base, shell: Shell) {
  const { publish, preferences, asker } = shell;
  const { clock, random, registry } = base;
  const keychain = (account: () => string) =>
    options.masterKey === 'memory' ? noKeychain() : createKeytarKeychain({ account });
  const storage = composeStorage({ ...base, publish, keychain, touchId: electronTouchId(systemPreferences) });
  const { ledger, vault } = storage;
  const confirmWidening = whileUnlocked(vault, electronConfirmWidening(asker));
  const services = createServiceDirectory({ ledger, clock, random, publish, confirmWidening });
  const common = { ...base, ledger, vault, publish, services };
  const signingKeys = createSigningKeys(common);
  const fileDialog = dialogWhileUnlocked(vault, electronFileDialog(asker));
  const { routes, ...settled } = buildNetwork({ ...common, fileDialog }, asker);
  const network = { clock, random, signingKeys, registry, routes, userAgent: `Keyfob/${app.getVersion()}` };
  const postman = lazyPostman(async () => {
    const { createPostman } = await import('./app/create-postman.ts');
    return createPostman({ ...network, watch: usage });
  });
  const issuer = createIssuer(random);
  const fileWriter = atomicFileWriter();
  const keys = composeKeys({
    ...common,
    preferences,
    ...{ issuer, environment: process.env },
    verifier: postman.verifier,
    confirmOrigin: whileUnlocked(vault, electronConfirmOrigin(asker)),
    fileDialog,
    fileWriter,
  });
  const kitDialog = electronFileDialog(asker);
  const chosen = { fileDialog, kitDialog, fileWriter, fileReader: nodeFileReader() };
  const exposedScans = createExposedScans({ ...common, ...keys, ...scanParts(base), fileDialog });
  const localApi = composeLocalApi({
    ...common,
    ...options.localApi,
    issuer,
    signingKeys,
    copier: keys.copier,
    postmanClient: () => postman.client(),
  });
  const documents = buildDocuments({ ...common, ...keys, preferences, signingKeys, fileDialog }, asker);
  const keyFiles = composeKeyFiles({ ...common, ...keys, ...chosen, ...documents });
  const usage = createUsage({ ...common, signingKeys, postmanClient: () => postman.client() });
  const history = composeHistory({ ...common, preferences, usage });
  const sending = composeSending({
    ...common,
    bodyFiles: nodeBodyFiles(join(base.folder, 'responses')),
    ...{ ...network, ...localApi, ...documents, jsonFilterFile, expectationFile },
    ...{ fileDialog, fileWriter, history, usage, fileRevealer: electronFileRevealer() },
  });
  const lock = () => {
    lockByHand({ ...base, vault });
  };
  const senders = { postman, ...documents, history, usage, ...sending };
  const imports = buildImports({ ...common, ...keys, ...documents.forImports, fileDialog }, asker);
  const leaving = { ...common, ...keys, ...documents, signingKeys, history, fileDialog, fileWriter };
  const files = { ...keyFiles, exposedScans, imports, ...settled, ...buildExports(leaving) };
  const updates = composeUpdates(app, { ...common, preferences, feed: packagedUpdateFeed(app.isPackaged) });
  return { common, services, lock, updates, ...storage, ...keys, ...localApi, ...senders, ...files };
}

/** Proxy, authorities and certificates, and the routes that requests take because of them. */
function buildNetwork(
  parts: Omit<NetworkParts, 'bytesReader' | 'proxyResolver' | 'confirmUnchecked' | 'confirmProxy'>,
  asker: Shell['asker'],
) {
  return composeNetwork({
    ...parts,
    bytesReader: nodeBytesReader(),
    proxyResolver: electronProxyResolver(session.defaultSession),
    ...electronNetworkQuestions(asker),
  });
}

/** What a scan of files takes from the system. */
function scanParts({ folder, logger }: Base) {
  return {
    fileRevealer: electronFileRevealer(),
    runner: createWorkerScanRunner({ workerFile: join(out, 'main', 'scan-worker.js'), logger }),
    ownFolder: realpathSync.native(folder),
  };
}

/** The collections and environments, in files. */
function buildDocuments(
  parts: Omit<CollectionParts, 'path' | 'fileRevealer' | 'onRemoved'> &
    Pick<ChosenFilesOptions, 'fileDialog'> &
    Omit<EnvironmentParts, 'path' | 'places' | 'confirmOrigins'>,
  asker: Shell['asker'],
) {
  const path = join(documentsPath(), COLLECTIONS);
  const confirmFileOrigin = electronConfirmFileOrigin(asker);
  const chosenFiles = createChosenFiles({ ...parts, fileLooker: nodeFileLooker(), confirmFileOrigin });
  const onRemoved = chosenFiles.forget;
  const collections = composeCollections({ ...parts, fileRevealer: electronFileRevealer(), path, onRemoved });
  const environments = composeEnvironments({
    ...parts,
    places: collections.places,
    path: join(documentsPath(), ENVIRONMENTS),
    confirmOrigins: whileUnlocked(parts.vault, electronConfirmVariableOrigins(asker)),
  });
  const { collectionsPath, onFilesKept } = collections.forImports;
  const noteFiles = (): void => {
    onFilesKept();
    environments.noteEnvironmentFiles();
  };
  const { secretVariables } = environments;
  const forImports = { collectionsPath, onFilesKept: noteFiles, secretVariables };
  return { chosenFiles, ...collections, ...environments, forImports };
}

/** What leaves as a file or as code. */
function buildExports(parts: Omit<ExportParts, 'version'>) {
  return composeExports({ ...parts, version: app.getVersion() });
}

function buildImports(
  parts: Omit<
    ImportParts,
    'confirmOrigins' | 'confirmVariableOrigins' | 'documents' | 'takeOpenedFiles' | 'dropped'
  > &
    Pick<CollectionParts, 'vault'>,
  asker: Shell['asker'],
) {
  return composeImports({
    ...parts,
    confirmOrigins: whileUnlocked(parts.vault, electronConfirmImportedKey(asker)),
    confirmVariableOrigins: whileUnlocked(parts.vault, electronConfirmVariableOrigins(asker)),
    documents: documentsPath(),
    takeOpenedFiles: openedFiles.take,
    dropped,
  });
}

type Services = ReturnType<typeof buildServices>;

/** The login item, the shortcut for the whole computer, and what it opens. */
function buildDesktop({ palette, preferences, publish, window }: Shell, { copier }: Services) {
  return composeDesktop({
    ...{ app, palette, preferences, publish, copier, env: process.env },
    shortcuts: electronGlobalShortcuts(),
    loginItem: systemLoginItem(app, loginCommand(app, userDataFolder)),
    showKeyfob: () => void window.show(),
  });
}

type Desktop = ReturnType<typeof buildDesktop>;

/** Starts what runs by itself, and ends all of it, in order, when Keyfob quits. */
function follow(base: Base, shell: Shell, parts: Services & Desktop): void {
  const { clock, logger, notifier, speaker } = base;
  const { window, shown, publish, preferences } = shell;
  const { common, ledgerHost, vault, keys, copier, localApi, requests, runs } = parts;
  const { accessKeys, localAccessKeys, postman, collectionWatch, environmentWatch, imports } = parts;
  announceChanges({ ...parts, publish });
  announceRunEnds({ ...base, ...shell, isWindowFocused: () => window.current()?.isFocused() === true });
  const healer = healVault({ clock, vault });
  const forgetHeldSecrets = (): void => {
    keys.forgetHeldSecrets();
    accessKeys.forgetHeldSecrets();
    void copier.clearNow();
    imports.forgetHeldSecrets();
    parts.forgetNetworkSecrets();
  };
  const stopLockWatch = watchLock({ clock, power: powerMonitor, vault, preferences, forgetHeldSecrets });
  const stopExpiryWatch = watchExpiry(common);
  const stopAccessKeyWatch = watchAccessKeys(localAccessKeys, clock);
  const stopHistoryWatch = watchHistory(parts.history, clock);
  const steps = [
    { name: 'shortcut', run: parts.quickCopy.stop },
    { name: 'update watch', run: parts.updates.watch() },
    { name: 'clipboard', run: () => copier.clearNow() },
    { name: 'vault healing', run: healer.stop },
    { name: 'lock watch', run: stopLockWatch },
    { name: 'expiry watch', run: stopExpiryWatch },
    { name: 'access key watch', run: stopAccessKeyWatch },
    ...composeAttention({ ...common, ...shell, app, keys }),
    { name: 'history watch', run: stopHistoryWatch },
    { name: 'collections', run: collectionWatch.stop },
    { name: 'environments', run: environmentWatch.stop },
    { name: 'scan', run: () => parts.exposedScans.cancel() },
    { name: 'runs', run: () => runs.close() },
    { name: 'requests', run: () => requests.close() },
    { name: 'Postman API', run: () => postman.close() },
    { name: 'Local API', run: () => localApi.stop() },
    { name: 'first page', run: shell.firstPage.stop },
    { name: 'window', run: window.savePlacement },
    { name: 'held secrets', run: forgetHeldSecrets },
    { name: 'master key', run: () => vault.forget() },
    { name: 'ledger', run: () => ledgerHost.close() },
    { name: 'update', run: () => parts.updates.installIfAsked() },
  ];
  const lifecycle = followLifecycle(app, {
    showWindow: () => void window.show(),
    shutDown: () => runShutdown(steps, { clock, logger, limitMs: SHUTDOWN_LIMIT_MS }),
  });
  window.onClose(
    closeToTray({
      ...{ lifecycle, preferences, notifier, logger, speaker },
      hide: window.hide,
      quit: () => app.quit(),
    }),
  );
  window.onFocus(() => void healer.tryNow());
  void openVault(vault, options.masterKey);
  void shown.then(() => startServices({ preferences, localApi, requests }));
}
