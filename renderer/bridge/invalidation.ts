import type { QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { CommandName, CommandOutput, EventName } from '../../shared/contract/contract.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { showRun } from './run-progress.ts';

/**
 * What each event makes untrue, asked anew in this order: the lists that a person looks at first. An event that is not here changes
 * nothing that is cached.
 */
const staleAfter = {
  'ledger.changed': [
    'app.getState',
    'vault.getTouchId',
    'diagnostics.get',
    'keys.page',
    'keys.get',
    'keys.list',
    'keys.find',
    'keys.countAttention',
    'accessKeys.list',
    'accessKeys.listCollections',
    'services.list',
    'policy.get',
    'policy.preview',
    'profiles.list',
    'collections.list',
    'collections.get',
    'history.list',
    'history.get',
    'runs.list',
    'runs.getSetup',
    'team.listMembers',
    'team.listKeys',
    'activity.list',
    'activity.pages',
    'usage.getLimits',
    'usage.getCalls',
    'exposed.getScan',
    'environments.list',
    'environments.get',
    'variables.list',
    'exports.getSnippet',
    'network.getSettings',
    'requests.preview',
  ],
  'keys.changed': [
    'diagnostics.get',
    'keys.page',
    'keys.get',
    'keys.list',
    'keys.find',
    'team.listKeys',
    'keys.countAttention',
    'accessKeys.list',
    'keys.getExposure',
    'services.list',
    'profiles.list',
    'policy.preview',
    'team.listMembers',
    'team.describeSelection',
    'activity.list',
    'usage.getLimits',
    'usage.getCalls',
    'exposed.getScan',
    'variables.list',
    'exports.getSnippet',
    'requests.preview',
  ],
  'policy.changed': [
    'policy.get',
    'policy.preview',
    'keys.page',
    'keys.get',
    'keys.list',
    'keys.find',
    'keys.countAttention',
    'team.listKeys',
    'variables.list',
    'exports.getSnippet',
    'requests.preview',
  ],
  'team.changed': ['team.listMembers', 'team.listKeys'],
  'accessKeys.changed': [
    'diagnostics.get',
    'accessKeys.list',
    'accessKeys.listMadeWith',
    'team.listKeys',
    'team.listMembers',
    'team.describeSelection',
    'exposed.getScan',
  ],
  'services.changed': [
    'services.list',
    'keys.page',
    'keys.get',
    'keys.list',
    'keys.find',
    'collections.list',
    'collections.get',
    'usage.getLimits',
    'usage.getCalls',
    'variables.list',
    'exports.getSnippet',
    'requests.preview',
  ],
  'collections.changed': [
    'collections.list',
    'collections.get',
    'collections.getRequest',
    'variables.list',
    'exports.getSnippet',
    'collections.getAuth',
    'collections.getFolder',
    'requests.preview',
  ],
  'files.changed': ['files.describe', 'files.list'],
  'environments.changed': [
    'environments.list',
    'environments.get',
    'variables.list',
    'exports.getSnippet',
    'requests.preview',
  ],
  'variables.changed': ['variables.list', 'exports.getSnippet', 'requests.preview'],
  'network.changed': ['network.getSettings', 'requests.preview'],
  'usage.changed': ['usage.getLimits', 'usage.getCalls'],
  'activity.changed': ['activity.list'],
  'exposed.changed': ['exposed.getScan'],
  'updates.changed': ['updates.getState'],
  'desktop.changed': ['desktop.getState'],
  'profiles.changed': ['profiles.list'],
  'localApi.changed': ['localApi.getState', 'variables.list', 'requests.preview'],
  'touchId.changed': ['vault.getTouchId'],
  'preferences.changed': [
    'preferences.get',
    'collections.list',
    'collections.get',
    'variables.list',
    'exports.getSnippet',
    'requests.preview',
  ],
  'history.changed': ['history.list', 'history.listEarlier', 'history.get'],
} as const satisfies Partial<Record<EventName, readonly (CommandName | 'activity.pages')[]>>;

const eventNames = Object.keys(staleAfter) as (keyof typeof staleAfter)[]; // the table's own keys

/** Refreshes cached answers when an event says that they changed. Returns the way to stop. */
export function invalidateOnEvents(bridge: Bridge, queryClient: QueryClient): () => void {
  const stops = eventNames.map((event) =>
    bridge.on(event, () => {
      for (const command of staleAfter[event]) void queryClient.invalidateQueries({ queryKey: [command] });
    }),
  );
  stops.push(bridge.on('runs.progressed', (run) => showRun(queryClient, run)));
  stops.push(bridge.on('vault.changed', (vault) => showVault(queryClient, vault)));
  return () => {
    for (const stop of stops) stop();
  };
}

/** What the lock screen and what surrounds it ask; the rest is not answered while Keyfob is locked. */
const ASKED_WHILE_LOCKED: ReadonlySet<unknown> = new Set<CommandName>([
  'app.getState',
  'preferences.get',
  'localApi.getState',
  'vault.getTouchId',
]);

/** The state is shown at once. What was cached is forgotten when Keyfob locks, and asked anew when it is unlocked. */
function showVault(queryClient: QueryClient, vault: VaultState): void {
  queryClient.setQueryData<CommandOutput<'app.getState'>>(['app.getState', {}], (state) =>
    state === undefined ? undefined : { ...state, vault },
  );
  if (vault.kind === 'locked') {
    queryClient.removeQueries({ predicate: ({ queryKey }) => !ASKED_WHILE_LOCKED.has(queryKey[0]) });
    return;
  }
  for (const command of [
    'app.getState',
    'keys.page',
    'keys.list',
    'keys.find',
    'requests.preview',
  ] as const) {
    void queryClient.invalidateQueries({ queryKey: [command] });
  }
}
