import { NO_TOTALS } from '../../../../shared/domain/run.ts';
import type { ActivityEvent } from '../../../../shared/domain/activity.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID, POSTMAN_SERVICE_ID } from '../../../../shared/domain/service.ts';
import { foundGroup } from '../../../support/found-group.ts';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';
import type { AccessKey } from '../../../../shared/domain/access-key.ts';
import type { TeamKey } from '../../../../shared/domain/team.ts';
import { scenarios } from '../../../support/preview/scenarios.ts';
import { aHistoryRecord } from '../history/history-builders.ts';
import { aRecord, aRun, failedStatus } from '../runs/run-builders.ts';

const origin = 'https://api.example.com';

const events: readonly ActivityEvent[] = [
  { kind: 'generated' },
  { kind: 'added' },
  { kind: 'revealed' },
  { kind: 'copied', from: 'tray' },
  { kind: 'sent', method: 'GET', origin, status: 200 },
  { kind: 'withheld', method: 'GET', origin, reason: 'redirected-to-other-origin' },
  { kind: 'regenerated', grace: { kind: 'hours', hours: 1 } },
  { kind: 'replaced' },
  { kind: 'exposed' },
  { kind: 'grace-ended' },
  { kind: 'old-key-forgotten' },
  { kind: 'renamed', from: 'Old laptop', to: 'Laptop' },
  { kind: 'expiration-set', expiresAt: null },
  { kind: 'made-default' },
  { kind: 'disabled' },
  { kind: 'enabled' },
  { kind: 'made-read-only' },
  { kind: 'made-writable' },
  { kind: 'expired' },
  { kind: 'origin-added', origin },
  { kind: 'origin-removed', origin },
  { kind: 'deleted' },
  { kind: 'revoked', reason: 'by-admin' },
  { kind: 'exposed-found', files: 2, places: 3 },
  { kind: 'exported', what: 'keys-with-values', format: 'json' },
  { kind: 'imported', importId: 'import-1', collections: 1, environments: 2, keys: 3 },
];

const aMember = { email: 'ada@localhost', role: 'admin', isYou: true, liveKeys: 1 } as const;
const aTeamKey: Omit<TeamKey, 'id' | 'name' | 'mask' | 'createdAt' | 'expiresAt' | 'status'> = {
  ...{ kind: 'api-key', serviceId: LOCAL_SERVICE_ID, serviceName: 'Local API', creatorId: 'ada' },
  ...{ creatorName: 'Ada', isYours: true, expiresBy: null, lastUsedAt: null, revocation: null },
};
const anAccessKey: Omit<AccessKey, 'id' | 'mask' | 'collectionName' | 'createdAt' | 'expiresAt'> = {
  ...{ serviceId: LOCAL_SERVICE_ID, collectionUid: '12345678-a', creatorName: 'Grace' },
  ...{ lastUsedAt: null, isOwn: true, status: 'active' },
};
const aMeter = {
  kind: 'month',
  name: '',
  windowSeconds: null,
  isUnlimited: false,
  source: 'headers',
} as const;

/** A window in which every screen has something to show, and each kind of it. */
export function fullWindow(now: number): FakeStateOptions {
  const records = [
    aRecord(),
    aRecord({ ...{ seq: 2, name: 'Prices', verdict: 'failed', status: 503 }, expectations: [failedStatus] }),
    aRecord({ seq: 3, name: 'Report', isKeyWithheld: true }),
    aRecord({ seq: 4, name: 'Gone', verdict: 'error', status: null, errorCode: 'connection-refused' }),
  ];
  return {
    ...scenarios.full(),
    activity: events.map((event, index) => ({
      ...{ id: index + 1, at: now - index * DAY_MS, apiKeyId: 'a', apiKeyName: 'CI pipeline' },
      ...{ others: index % 2, event },
    })),
    history: [
      aHistoryRecord({ id: 'exchange-2', at: now, status: null, errorCode: 'host-not-found' }),
      aHistoryRecord(),
    ],
    runs: [
      aRun(records),
      aRun([], { id: 'run-00002', state: 'running', planned: 9, startedAt: now, totals: NO_TOTALS }),
    ],
    members: [
      { ...aMember, id: 'ada', name: 'Ada', createdAt: now },
      { ...aMember, id: 'grace', name: 'Grace', role: 'member', isYou: false, createdAt: now },
    ],
    teamKeys: (['active', 'expiring', 'expired', 'disabled'] as const).map((status, index) => ({
      ...{ ...aTeamKey, id: `team-${status}`, name: 'CI pipeline', mask: 'kfak_••••••••7Qx2' },
      ...{ createdAt: now - DAY_MS, expiresAt: now + (index - 1) * DAY_MS, status },
    })),
    accessKeys: [
      {
        ...{ ...anAccessKey, id: 'access-1', mask: 'kfat_••••••••7Qx2', collectionName: 'Payments' },
        ...{ createdAt: now - DAY_MS, expiresAt: now + 59 * DAY_MS },
      },
    ],
    usageLimits: [
      {
        ...{ serviceId: POSTMAN_SERVICE_ID, serviceName: 'Postman API', kind: 'postman', keyCount: 1 },
        exhaustion: null,
        limits: [
          {
            ...{ apiKeyId: 'c', apiKeyName: 'Postman, personal', asOf: now, account: 'told' },
            meters: [
              { ...aMeter, limit: 1_000, used: 950, remaining: 50, resetsAt: now + DAY_MS, asOf: now },
              {
                ...aMeter,
                kind: 'window',
                windowSeconds: 60,
                limit: 300,
                used: 9,
                remaining: 291,
                resetsAt: null,
                asOf: now,
              },
            ],
          },
        ],
      },
    ],
    environments: [
      {
        ...{ id: 'env:Staging.json', name: 'Staging', fileName: 'Staging.json', revision: '1' },
        suggestedOrigins: [origin],
        rows: [{ kind: 'plain', name: 'host', value: origin, isEnabled: true }],
      },
    ],
    exposedScan: {
      ...{ kind: 'ended', id: 'scan-1', target: { kind: 'folder', path: '~/shop' }, outcome: 'complete' },
      ...{ startedAt: now - 2_000, endedAt: now, files: 12, bytes: 2_048 },
      gaps: {
        ...{ unreadable: 1, vanished: 1, links: 2, special: 1, gitHistories: 1, leftOut: 3, ownFolder: 1 },
        ...{ otherPacked: 1, nested: 2, tooMuch: 1, damaged: 1 },
      },
      coverage: { values: 3, notOpened: 1, tooShort: 1 },
      foreign: { local: 1, postman: 2 },
      groups: [foundGroup()],
    },
  };
}
