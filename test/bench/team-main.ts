import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSystemClock } from '../../electron/adapters/system-clock.ts';
import { markSeenExpired } from '../../electron/keys/seen-expired.ts';
import { describeSelection, revokeKeys, setKeysDisabled } from '../../electron/team/bulk-actions.ts';
import { readTeamKeys } from '../../electron/team/team-keys.ts';
import { commands } from '../../shared/contract/contract.ts';
import {
  EVERY_TEAM_KEY,
  type TeamKeyChoice,
  type TeamKeyFilter,
  type TeamKeySort,
} from '../../shared/domain/team.ts';
import { recordingLogger } from '../support/in-memory-ports.ts';
import { makeFilledLedger } from './fill-team.ts';

type Times = Map<string, number[]>;

/**
 * The processor time that the main process alone takes for the same, without a bridge and a window: the ledger, and the check of the
 * answer. (What it waits for the disk is in the window's figures.)
 */
export function timeMainProcess(rounds: number): Times {
  const folder = mkdtempSync(join(tmpdir(), 'keyfob-bench-main-'));
  const { ledger } = makeFilledLedger(folder);
  const clock = createSystemClock();
  const context = { ledger, clock, logger: recordingLogger(), publish: () => undefined };
  const times: Times = new Map();
  const time = (label: string, work: () => unknown): void => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    times.set(label, [...(times.get(label) ?? []), (user + system) / 1000]);
  };
  const list = (filter: Partial<TeamKeyFilter> = {}, sort: TeamKeySort = 'newest', offset = 0): void => {
    markSeenExpired(context);
    const page = { filter: { ...EVERY_TEAM_KEY, ...filter }, sort, offset, limit: 150 };
    commands['team.listKeys'].output.parse(
      readTeamKeys({ ledger, services: { names: () => new Map() } }, page, clock.now()),
    );
  };
  const keys: TeamKeyChoice = { kind: 'matching', filter: EVERY_TEAM_KEY, until: clock.now(), except: [] };
  for (let index = 0; index < rounds; index += 1) {
    for (const state of ['Enabled', 'Expiring', 'Disabled', 'Revoked'] as const) {
      const wanted = { state: state.toLowerCase() as Lowercase<typeof state> };
      time(`State: ${state}`, () => {
        list(wanted);
      });
    }
    time('Creator: Grace', () => {
      list({ creatorId: 'member-0' });
    });
    time('Sort: Oldest', () => {
      list({}, 'oldest');
    });
    time('Sort: Recently used', () => {
      list({}, 'recently-used');
    });
    time('search by name', () => {
      list({ search: 'nightly 99' });
    });
    time('keyboard: End', () => {
      list({}, 'newest', 9_850);
    });
    time('disable 9,000', () => setKeysDisabled(context, { keys, isDisabled: true }));
    time('enable 9,000', () => setKeysDisabled(context, { keys, isDisabled: false }));
    time('ask before revoking 9,000', () => describeSelection(context, keys));
  }
  time('revoke 9,000', () =>
    revokeKeys({ ...context, dropHeldSecrets: () => undefined }, { keys, reason: 'by-admin' }),
  );
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
  return times;
}
