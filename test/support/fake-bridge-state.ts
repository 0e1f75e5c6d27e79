import type { Worded } from '../../shared/domain/told.ts';
import { builtInCollection } from '../../electron/postman/built-in-collection.ts';
import type { CommandOutput } from '../../shared/contract/contract.ts';
import type { ExposedScan } from '../../shared/domain/exposed-scan.ts';
import type { ActivityEntry } from '../../shared/domain/activity.ts';
import type { AccessKey, SharedCollection } from '../../shared/domain/access-key.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Collection, CollectionSummary, FileAuth } from '../../shared/domain/collection.ts';
import type { DeadKeyListState } from '../../shared/domain/diagnostics.ts';
import type { TouchIdState } from '../../shared/domain/touch-id.ts';
import type { DesktopState } from '../../shared/domain/desktop-state.ts';
import type { Environment, KnownVariable } from '../../shared/domain/environment.ts';
import type { HistoryRecord } from '../../shared/domain/history-entry.ts';
import { NO_POLICIES, type PolicyState } from '../../shared/domain/key-policy.ts';
import type { LedgerState } from '../../shared/domain/ledger-state.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import type { OpenTab } from '../../shared/domain/open-tab.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { LOCAL_API_PORT, type LocalApiState } from '../../shared/domain/local-api-state.ts';
import { preferencesSchema, type Preferences } from '../../shared/domain/preferences.ts';
import {
  LOCAL_SERVICE_ID,
  POSTMAN_EU_SERVICE_ID,
  POSTMAN_SERVICE_ID,
  type Service,
} from '../../shared/domain/service.ts';
import type { Run, RunRecord, RunSetup } from '../../shared/domain/run.ts';
import type { FakeSaved } from './fake-collection-files.ts';
import type { TeamKey, TeamMember } from '../../shared/domain/team.ts';
import type { CallCounts, ServiceUsage } from '../../shared/domain/usage.ts';
import type { UpdateState } from '../../shared/domain/update-state.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';

/** A run with what is kept of its requests. */
export interface FakeRun {
  readonly run: Run;
  readonly records: readonly RunRecord[];
}

export interface FakeStateOptions {
  readonly now?: () => number;
  readonly keys?: readonly ApiKey[];
  /** Variables of the environment that look like keys, with their values. */
  readonly environmentKeys?: Readonly<Record<string, string>>;
  /** Custom services; the built-in ones are always there. */
  readonly services?: readonly Service[];
  readonly vault?: VaultState;
  readonly touchId?: TouchIdState;
  readonly answersTouchId?: boolean;
  readonly deadKeys?: DeadKeyListState;
  readonly ledger?: LedgerState;
  readonly preferences?: Partial<Preferences>;
  readonly policy?: Partial<PolicyState>;
  readonly profiles?: readonly Profile[];
  readonly localApi?: LocalApiState;
  readonly collections?: readonly Collection[];
  /** The first one is shown. */
  readonly openTabs?: readonly OpenTab[];
  /** Files that are listed with the reason for which they cannot be read. */
  readonly unreadableCollections?: readonly CollectionSummary[];
  readonly environments?: readonly Environment[];
  readonly keptValues?: readonly KnownVariable[];
  readonly history?: readonly HistoryRecord[];
  readonly members?: readonly TeamMember[];
  readonly teamKeys?: readonly TeamKey[];
  readonly activity?: readonly ActivityEntry[];
  readonly accessKeys?: readonly AccessKey[];
  readonly usageLimits?: readonly ServiceUsage[];
  readonly usageCalls?: CallCounts;
  readonly exposedScan?: ExposedScan;
  readonly runs?: readonly FakeRun[];
  readonly updates?: UpdateState;
  readonly desktop?: Partial<DesktopState['quickCopy']>;
  readonly platform?: CommandOutput<'app.getState'>['platform'];
}

/** What the fake main process holds. Tests may look at it and change it; then publish the event that says so. */
export interface FakeState {
  readonly now: () => number;
  keys: ApiKey[];
  services: Service[];
  vault: VaultState;
  /** The one that unlocks it, where a passphrase is the holder. */
  passphrase: string;
  touchId: TouchIdState;
  /** Whether the person puts a finger on the sensor when they are asked. */
  answersTouchId: boolean;
  deadKeys: DeadKeyListState;
  ledger: LedgerState;
  preferences: Preferences;
  policy: PolicyState;
  profiles: Profile[];
  /** What services say of keys when they are asked. */
  verification: Result<KeyAccount | null>;
  /** Whether the person agrees to another origin of a key. */
  agreesToOrigin: boolean;
  localApi: LocalApiState;
  collections: Collection[];
  unreadableCollections: CollectionSummary[];
  /** Collections whose file was shown in the file manager. */
  readonly shownCollections: string[];
  openTabs: readonly OpenTab[];
  activeTab: string | null;
  /** Tabs that do not open now. */
  unopenedTabs: number;
  /** What the person chooses when they are asked for a folder. */
  nextFolder: string | null;
  /** By collection and request: `<collectionId>/<itemId>`. */
  readonly savedRequests: Map<string, FakeSaved>;
  readonly folderAuth: Map<string, FileAuth>;
  /** By request. */
  readonly requestNotes: Map<string, readonly Worded[]>;
  environments: Environment[];
  /** What answers gave, as it is shown. */
  keptValues: KnownVariable[];
  history: HistoryRecord[];
  members: TeamMember[];
  teamKeys: TeamKey[];
  activity: ActivityEntry[];
  accessKeys: AccessKey[];
  /** By the API key with which a program made them. */
  readonly madeAccessKeys: Map<string, AccessKey[]>;
  usageLimits: ServiceUsage[];
  /** Of all days and keys; the fake takes the last days of it. */
  usageCalls: CallCounts;
  exposedScan: ExposedScan;
  /** What `exposed.scan` begins; `null` when the person changes their mind. */
  nextScan: ExposedScan | null;
  /** Files that were shown, and whose path was copied. */
  readonly shownFiles: number[];
  readonly copiedPaths: number[];
  /** Newest first, with their rows. */
  runs: FakeRun[];
  /** By `placeKey`. */
  readonly runSetups: Map<string, RunSetup>;
  /** Services whose access keys were asked for. */
  readonly loadedAccessKeys: Set<string>;
  readonly sharedCollections: SharedCollection[];
  updates: UpdateState;
  desktop: DesktopState;
  /** Shortcuts that other programs have. */
  readonly takenShortcuts: string[];
  /** The keys that the quick-copy palette copied. */
  readonly quickCopied: string[];
  readonly platform: CommandOutput<'app.getState'>['platform'];
  /** Each key's value; made up, and of the Local API's shape. */
  readonly secrets: Map<string, string>;
  /** Ids whose value waits for its one reveal. */
  readonly unrevealed: Set<string>;
  /** What keys.stagePaste finds, and what was copied. */
  clipboard: string;
  readonly staged: Map<string, string>;
  /** Variables that look like keys, with their values. */
  readonly environmentKeys: Map<string, string>;
  readonly openedUrls: string[];
  readonly nextNumber: () => number;
}

export const FAKE_ACCOUNT: KeyAccount = {
  name: 'Taylor Lee',
  username: 'taylor-lee',
  email: 'taylor.lee@example.com',
  teamName: 'Platform',
  roles: ['admin', 'developer'],
};

export const LOCAL_API_URL = `http://127.0.0.1:${String(LOCAL_API_PORT)}`;

function builtIn(
  service: Pick<Service, 'id' | 'kind' | 'name'> & { readonly origins: readonly string[] },
): Service {
  return {
    ...service,
    baseUrl: service.origins[0] ?? '',
    headerName: 'X-API-Key',
    checkUrl: null,
    keyPrefix: null,
    isBuiltIn: true,
    keyCount: 0,
  };
}

function builtInServices(): Service[] {
  return [
    builtIn({ id: LOCAL_SERVICE_ID, kind: 'local', name: 'Local API', origins: [LOCAL_API_URL] }),
    builtIn({
      id: POSTMAN_SERVICE_ID,
      kind: 'postman',
      name: 'Postman API',
      origins: ['https://api.getpostman.com', 'https://api.postman.com'],
    }),
    builtIn({
      id: POSTMAN_EU_SERVICE_ID,
      kind: 'postman',
      name: 'Postman API (EU)',
      origins: ['https://api.eu.postman.com'],
    }),
  ];
}

function you(createdAt: number): TeamMember {
  return {
    ...{ id: 'you', name: 'Ada', email: 'ada@localhost', role: 'admin', isYou: true, liveKeys: 0 },
    createdAt,
  };
}

export function createFakeState(options: FakeStateOptions): FakeState {
  const now = options.now ?? Date.now;
  let number = 0;
  return {
    now,
    keys: [...(options.keys ?? [])],
    services: [...builtInServices(), ...(options.services ?? [])],
    vault: options.vault ?? { kind: 'unlocked', holder: 'keychain' },
    passphrase: 'correct horse battery staple',
    touchId: options.touchId ?? { canAsk: false, isOn: false },
    deadKeys: options.deadKeys ?? { isWritten: true, setAsideAt: null },
    answersTouchId: options.answersTouchId ?? true,
    ledger: options.ledger ?? { kind: 'open' },
    preferences: preferencesSchema.parse({ isRecoveryKitOffered: true, ...options.preferences }),
    policy: { ...NO_POLICIES, isAdmin: true, mayGenerate: true, ...options.policy },
    profiles: [...(options.profiles ?? [])],
    verification: ok(FAKE_ACCOUNT),
    agreesToOrigin: true,
    localApi: options.localApi ?? {
      kind: 'running',
      url: LOCAL_API_URL,
      port: LOCAL_API_PORT,
      preferredPort: LOCAL_API_PORT,
      preferredPortRefusal: null,
      startedAt: now() - 3_600_000,
      requestsServed: 42,
    },
    collections: [...(options.collections ?? [builtInCollection(LOCAL_SERVICE_ID)])],
    unreadableCollections: [...(options.unreadableCollections ?? [])],
    shownCollections: [],
    openTabs: [...(options.openTabs ?? [])],
    activeTab: options.openTabs?.[0]?.key ?? null,
    unopenedTabs: 0,
    nextFolder: null,
    savedRequests: new Map(),
    folderAuth: new Map(),
    requestNotes: new Map(),
    environments: [...(options.environments ?? [])],
    keptValues: [...(options.keptValues ?? [])],
    history: [...(options.history ?? [])],
    members: [...(options.members ?? [you(now())])],
    teamKeys: [...(options.teamKeys ?? [])],
    activity: [...(options.activity ?? [])],
    accessKeys: [...(options.accessKeys ?? [])],
    madeAccessKeys: new Map(),
    usageLimits: [...(options.usageLimits ?? [])],
    usageCalls: options.usageCalls ?? { days: [], series: [] },
    exposedScan: options.exposedScan ?? { kind: 'none' },
    nextScan: null,
    shownFiles: [],
    copiedPaths: [],
    runs: [...(options.runs ?? [])],
    runSetups: new Map(),
    loadedAccessKeys: new Set([LOCAL_SERVICE_ID]),
    sharedCollections: [
      { uid: '12345678-a', name: 'Payments' },
      { uid: '12345678-b', name: 'Refunds' },
    ],
    updates: options.updates ?? { kind: 'off' },
    desktop: {
      opensAtLogin: false,
      quickCopy: {
        isOn: false,
        shortcut: 'CmdOrCtrl+Alt+K',
        isTaken: false,
        asksDesktop: false,
        ...options.desktop,
      },
    },
    takenShortcuts: [],
    quickCopied: [],
    platform: options.platform ?? 'linux',
    secrets: new Map(),
    unrevealed: new Set(),
    clipboard: '',
    staged: new Map(),
    environmentKeys: new Map(Object.entries(options.environmentKeys ?? {})),
    openedUrls: [],
    nextNumber: () => ++number,
  };
}
