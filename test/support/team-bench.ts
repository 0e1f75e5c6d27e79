import { createTeamService } from '../../electron/team/team-service.ts';
import { FileWriteError } from '../../electron/ports/file-writer.ts';
import {
  EVERY_TEAM_KEY,
  type TeamKeyChoice,
  type TeamKeyFilter,
  type TeamMember,
} from '../../shared/domain/team.ts';
import { createIssuer } from '../../electron/local-api/issuer.ts';
import { fakeVault } from './fake-vault.ts';
import { seededRandom } from './in-memory-ports.ts';
import { keysBench } from './keys-bench.ts';
import { memoryLedger } from './memory-ledger.ts';
import { valueOf } from './results.ts';

/** These keys, named one by one. */
export function chosen(ids: readonly string[]): TeamKeyChoice {
  return { kind: 'ids', ids: [...ids] };
}

/** All that match and were made until then (epoch milliseconds). */
export function matching(
  until: number,
  filter: Partial<TeamKeyFilter> = {},
  except: readonly string[] = [],
): TeamKeyChoice {
  return { kind: 'matching', filter: { ...EVERY_TEAM_KEY, ...filter }, until, except: [...except] };
}

/** The dashboard over a ledger in memory, with the real issuer, and files that are only remembered. */
export function teamBench() {
  const random = seededRandom();
  const bench = keysBench({
    ledger: memoryLedger(),
    vault: fakeVault(),
    random,
    issuer: createIssuer(random),
  });
  const files = new Map<string, string>();
  /** Where the person saves; null when they cancel. And whether the disk refuses. */
  const saving = { path: '/home/ada/keys.csv' as string | null, isRefused: false };
  const team = createTeamService({
    ...bench,
    fileDialog: {
      chooseSaveFile: async () => (saving.path === null ? null : { path: saving.path, name: 'keys.csv' }),
      chooseExisting: async () => null,
    },
    fileWriter: {
      write: async (path, content) => {
        if (saving.isRefused) throw new FileWriteError('full');
        files.set(path, content);
      },
    },
  });
  const addMember = (name: string): TeamMember =>
    valueOf(team.addMember({ name, email: `${name.toLowerCase()}@example.com`, role: 'member' }));
  /** The names on the first page. */
  const names = (
    filter: Partial<TeamKeyFilter> = {},
    sort: 'newest' | 'oldest' | 'recently-used' = 'oldest',
  ) =>
    team
      .listKeys({ filter: { ...EVERY_TEAM_KEY, ...filter }, sort, offset: 0, limit: 100 })
      .keys.map(({ name }) => name);
  const issue = async (memberId: string, name: string) =>
    valueOf(await team.issueKey({ memberId, name, expiry: { kind: 'never' } }));
  return { ...bench, team, files, saving, addMember, names, issue };
}
