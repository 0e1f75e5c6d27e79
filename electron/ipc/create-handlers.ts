import type { CommandOutput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { ImportService } from '../importers/import-service.ts';
import type { AccessKeyService } from '../access-keys/access-key-service.ts';
import type { ChosenFolder } from '../collections/chosen-folder.ts';
import type { CollectionLibrary } from '../collections/collection-library.ts';
import type { LazyRequests } from '../app/lazy-requests.ts';
import type { ExposedScans } from '../exposed/exposed-scans.ts';
import type { KeyCopier } from '../keys/copy-key.ts';
import type { KeyService } from '../keys/key-service.ts';
import type { LedgerHost } from '../keys/ledger/ledger-host.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { Policies } from '../keys/policies.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import type { MovingService } from '../moving/moving-service.ts';
import type { NetworkService } from '../network/network-service.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { ChosenFiles } from '../requests/chosen-files.ts';
import type { OpenTabs } from '../requests/open-tabs.ts';
import type { TeamService } from '../team/team-service.ts';
import type { DiagnosticsService } from '../diagnostics/diagnostics.ts';
import type { Updates } from '../updates/updates.ts';
import type { Usage } from '../usage/usage.ts';
import { activityHandlers, type ActivityHandlerParts } from './activity-handlers.ts';
import { accessKeyHandlers } from './access-key-handlers.ts';
import { collectionHandlers } from './collection-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { environmentHandlers, type EnvironmentHandlerParts } from './environment-handlers.ts';
import { exportHandlers, type ExportHandlerParts } from './export-handlers.ts';
import { exposedHandlers } from './exposed-handlers.ts';
import { historyHandlers, type HistoryHandlerParts } from './history-handlers.ts';
import type { Handlers } from './handlers.ts';
import { localApiHandlers } from './local-api-handlers.ts';
import { createKeyServiceHandlers, type KeyServiceParts } from './key-service-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import { policyHandlers } from './policy-handlers.ts';
import { regenerateHandlers } from './regenerate-handlers.ts';
import { responseHandlers } from './response-handlers.ts';
import { runHandlers, type RunHandlerParts } from './run-handlers.ts';
import { createTeamHandlers } from './team-handlers.ts';
import { tabHandlers } from './tab-handlers.ts';
import { usageHandlers } from './usage-handlers.ts';
import { movingHandlers } from './moving-handlers.ts';
import { desktopHandlers, type DesktopHandlerParts } from './desktop-handlers.ts';
import { diagnosticsHandlers } from './diagnostics-handlers.ts';
import { updateHandlers } from './update-handlers.ts';
import { vaultHandlers, type VaultHandlerParts } from './vault-handlers.ts';

type State = CommandOutput<'app.getState'>;

/** What the commands call. */
export interface HandlerParts
  extends
    ActivityHandlerParts,
    DesktopHandlerParts,
    EnvironmentHandlerParts,
    ExportHandlerParts,
    HistoryHandlerParts,
    KeyServiceParts,
    RunHandlerParts,
    VaultHandlerParts {
  readonly about: Pick<State, 'version' | 'platform'>;
  readonly opener: ExternalOpener;
  readonly ledgerHost: LedgerHost;
  readonly keys: KeyService;
  readonly copier: KeyCopier;
  readonly policies: Policies;
  readonly services: ServiceDirectory;
  readonly collections: CollectionLibrary;
  readonly chosenFiles: ChosenFiles;
  readonly chosenFolder: ChosenFolder;
  readonly openTabs: OpenTabs;
  readonly requests: Omit<LazyRequests, 'close' | 'load'>;
  readonly team: TeamService;
  readonly localApi: LocalApi;
  readonly network: NetworkService;
  readonly accessKeys: AccessKeyService;
  readonly usage: Usage;
  readonly imports: ImportService;
  readonly preferences: PreferenceStore;
  readonly exposedScans: ExposedScans;
  readonly updates: Updates;
  readonly moving: MovingService;
  readonly diagnostics: DiagnosticsService;
}

/** Keys that a person has already: taken into main, looked at, kept. */
function stagingHandlers(
  keys: HandlerParts['keys'],
): Pick<
  Handlers,
  'keys.stagePaste' | 'keys.listInEnvironment' | 'keys.stageFromEnvironment' | 'keys.addStaged'
> {
  return {
    'keys.stagePaste': () => keys.stagePaste(),
    'keys.listInEnvironment': () => ok([...keys.listInEnvironment()]),
    'keys.stageFromEnvironment': ({ name }) => keys.stageFromEnvironment(name),
    'keys.addStaged': (input) => keys.addStaged(input),
  };
}

/** One line a command: which service does it. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { about, opener, vault, ledgerHost, keys, copier, services } = parts;
  const { requests, preferences } = parts;
  return {
    'app.getState': () => ok({ ...about, vault: vault.state(), ledger: ledgerHost.state() }),
    'app.openExternal': async ({ url }) => done(await opener.open(url)),

    ...vaultHandlers(parts),
    ...movingHandlers(parts.moving),

    ...ledgerHandlers(ledgerHost),

    'keys.list': () => ok([...keys.list()]),
    'keys.page': (input) => ok(keys.page(input)),
    'keys.find': (input) => ok([...keys.find(input)]),
    'keys.get': ({ id }) => keys.get(id),
    'keys.countAttention': () => ok({ count: keys.countAttention() }),
    'keys.generate': (input) => keys.generate(input),
    'keys.reveal': ({ id }) => keys.reveal(id),
    ...stagingHandlers(keys),
    'keys.copy': ({ id }) => copier.copy(id, 'window'),
    'keys.rename': (input) => keys.rename(input),
    'keys.setExpiration': (input) => keys.setExpiration(input),
    'keys.makeDefault': ({ id }) => keys.makeDefault(id),
    'keys.setDisabled': (input) => keys.setDisabled(input),
    'keys.setReadOnly': (input) => keys.setReadOnly(input),
    ...regenerateHandlers(keys),
    'keys.delete': ({ id }) => emptied(keys.remove(id)),
    ...createKeyServiceHandlers(parts),

    ...accessKeyHandlers(parts.accessKeys),

    'services.list': () => ok([...services.list()]),
    'services.create': (draft) => services.create(draft),
    'services.update': ({ id, draft }) => services.update(id, draft),
    'services.delete': ({ id }) => emptied(services.remove(id)),

    ...collectionHandlers(parts.collections, parts.chosenFolder),
    ...fileHandlers(parts.chosenFiles),
    ...environmentHandlers(parts),
    ...exportHandlers(parts),

    ...tabHandlers(parts.openTabs),

    'requests.preview': (input) => requests.preview(input),
    'requests.send': (input) => requests.send(input),
    'requests.cancel': (input) => requests.cancel(input),
    'requests.stop': (input) => requests.stop(input),
    ...responseHandlers(requests),

    ...historyHandlers(parts),

    ...runHandlers(parts),

    ...createTeamHandlers(parts.team),
    ...activityHandlers(parts),
    ...exposedHandlers(parts.exposedScans),

    ...localApiHandlers(parts),
    ...networkHandlers(parts.network),

    ...policyHandlers(parts.policies),
    ...usageHandlers(parts.usage),
    ...importHandlers(parts.imports),
    ...updateHandlers(parts.updates),
    ...desktopHandlers(parts),
    ...diagnosticsHandlers(parts.diagnostics),

    'preferences.get': () => ok(preferences.get()),
    'preferences.set': (patch) => ok(preferences.set(patch)),
  };
}

function ledgerHandlers(host: LedgerHost): Pick<Handlers, 'ledger.restoreBackup' | 'ledger.startEmpty'> {
  return {
    'ledger.restoreBackup': () => ok(host.restoreBackup()),
    'ledger.startEmpty': () => ok(host.startEmpty()),
  };
}

type Nothing = Record<string, never>;

/** The answer of a command that tells nothing, once its work is done. */
function done(_finished: unknown): Result<Nothing> {
  return ok({});
}

function emptied(result: Result<null>): Result<Nothing> {
  return result.ok ? ok({}) : result;
}
