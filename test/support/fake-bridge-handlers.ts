import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { OPENAPI_PATH } from '../../shared/domain/local-api-state.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeActivityHandlers } from './fake-bridge-activity.ts';
import { fakeAccessKeyHandlers } from './fake-bridge-access-keys.ts';
import { fakeCollectionHandlers } from './fake-bridge-collections.ts';
import { fakeEnvironmentHandlers } from './fake-bridge-environments.ts';
import { fakeExportHandlers } from './fake-bridge-exports.ts';
import { fakeExposedHandlers } from './fake-bridge-exposed.ts';
import { fakeFileHandlers } from './fake-bridge-files.ts';
import { fakeImportHandlers } from './fake-bridge-import.ts';
import { fakeMovingHandlers } from './fake-bridge-moving.ts';
import { fakeNetworkHandlers } from './fake-bridge-network.ts';
import { fakeKeyHandlers } from './fake-bridge-keys.ts';
import { fakePolicyHandlers } from './fake-bridge-policy.ts';
import { fakeProfileHandlers } from './fake-bridge-profiles.ts';
import { fakeRequestHandlers } from './fake-bridge-requests.ts';
import { fakeRunHandlers } from './fake-bridge-runs.ts';
import { fakeTabHandlers } from './fake-bridge-tabs.ts';
import { fakeTeamHandlers } from './fake-bridge-team.ts';
import { fakeUsageHandlers } from './fake-bridge-usage.ts';
import { fakeDesktopHandlers } from './fake-bridge-desktop.ts';
import { fakeDiagnosticsHandlers } from './fake-bridge-diagnostics.ts';
import { fakeUpdateHandlers } from './fake-bridge-updates.ts';
import { fakeVaultHandlers } from './fake-bridge-vault.ts';
import { LOCAL_API_URL, type FakeState } from './fake-bridge-state.ts';

export type FakeHandlers = {
  readonly [Name in CommandName]: (
    input: CommandInput<Name>,
  ) => Result<CommandOutput<Name>> | Promise<Result<CommandOutput<Name>>>;
};
export type HandlersOf<Area extends string> = Pick<FakeHandlers, Extract<CommandName, `${Area}.${string}`>>;

export type Publish = FakeBridge['publish'];

/** What the fake main process does with each command. */
export function fakeHandlers(state: FakeState, publish: Publish): FakeHandlers {
  return {
    ...stateHandlers(state, publish),
    ...serviceHandlers(state, publish),
    ...fakeKeyHandlers(state, publish),
    ...fakeProfileHandlers(state, publish),
    ...fakeAccessKeyHandlers(state, publish),
    ...fakePolicyHandlers(state, publish),
    ...fakeCollectionHandlers(state, publish),
    ...fakeFileHandlers(publish),
    ...fakeEnvironmentHandlers(state, publish),
    ...fakeExportHandlers(state),
    ...fakeNetworkHandlers(publish),
    ...fakeTabHandlers(state),
    ...fakeRequestHandlers(state, publish),
    ...fakeRunHandlers(state, publish),
    ...fakeTeamHandlers(state, publish),
    ...fakeActivityHandlers(state),
    ...fakeUsageHandlers(state, publish),
    ...fakeVaultHandlers(state, publish),
    ...fakeMovingHandlers(state),
    ...fakeExposedHandlers(state, publish),
    ...fakeImportHandlers(),
    ...fakeUpdateHandlers(state, publish),
    ...fakeDiagnosticsHandlers(state),
    ...fakeDesktopHandlers(state, publish),
  };
}

function stateHandlers(
  state: FakeState,
  publish: Publish,
): HandlersOf<'app' | 'ledger' | 'localApi' | 'preferences'> {
  const setLedger = (ledger: FakeState['ledger']) => {
    state.ledger = ledger;
    publish('ledger.changed', ledger);
    return ok(ledger);
  };
  const setLocalApi = (localApi: FakeState['localApi']) => {
    state.localApi = localApi;
    publish('localApi.changed', localApi);
    return ok(localApi);
  };
  return {
    'app.getState': () =>
      ok({ version: '0.1.0', platform: state.platform, vault: state.vault, ledger: state.ledger }),
    'app.openExternal': ({ url }) => {
      state.openedUrls.push(url);
      return ok({});
    },
    'ledger.restoreBackup': () => setLedger({ kind: 'open' }),
    'ledger.startEmpty': () => {
      state.keys = [];
      return setLedger({ kind: 'open' });
    },
    'localApi.getState': () => ok(state.localApi),
    'localApi.start': () =>
      setLocalApi({
        kind: 'running',
        url: LOCAL_API_URL,
        port: 5362,
        preferredPort: 5362,
        preferredPortRefusal: null,
        startedAt: state.now(),
        requestsServed: 0,
      }),
    'localApi.stop': () => setLocalApi({ kind: 'stopped' }),
    'localApi.openDocument': () => {
      if (state.localApi.kind !== 'running') return failed('local-api-stopped');
      state.openedUrls.push(state.localApi.url + OPENAPI_PATH);
      return ok({});
    },
    'preferences.get': () => ok(state.preferences),
    'preferences.set': (patch) => {
      const known = Object.entries(patch).filter(([, value]) => value !== undefined);
      state.preferences = { ...state.preferences, ...Object.fromEntries(known) };
      publish('preferences.changed', state.preferences);
      return ok(state.preferences);
    },
  };
}

function serviceHandlers(state: FakeState, publish: Publish): HandlersOf<'services'> {
  const changed = () => {
    publish('services.changed', {});
  };
  const counted = (service: FakeState['services'][number]) => ({
    ...service,
    keyCount: state.keys.filter(({ serviceId }) => serviceId === service.id).length,
  });
  return {
    'services.list': () => ok(state.services.map(counted)),
    'services.create': (draft) => {
      if (state.services.some(({ name }) => name === draft.name))
        return failed('name-taken', { field: 'name' });
      const id = `service-${String(state.nextNumber())}`;
      const service = { id, kind: 'custom' as const, isBuiltIn: false, keyCount: 0, ...draft };
      state.services.push(service);
      changed();
      return ok(service);
    },
    'services.update': ({ id, draft }) => {
      const service = state.services.find((candidate) => candidate.id === id);
      if (service === undefined) return failed('not-found');
      if (service.isBuiltIn) return failed('service-built-in');
      const updated = counted({ ...service, ...draft });
      state.services = state.services.map((candidate) => (candidate.id === id ? updated : candidate));
      changed();
      return ok(updated);
    },
    'services.delete': ({ id }) => {
      if (state.keys.some(({ serviceId }) => serviceId === id)) return failed('service-in-use');
      state.services = state.services.filter((service) => service.id !== id);
      changed();
      return ok({});
    },
  };
}
