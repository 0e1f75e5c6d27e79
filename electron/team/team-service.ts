import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  FoundKey,
  MemberDraft,
  TeamKey,
  TeamKeyChoice,
  TeamMember,
  TeamSelection,
} from '../../shared/domain/team.ts';
import type { IssueToMemberInput } from '../keys/issue-to-member.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { KeyService } from '../keys/key-service.ts';
import { markSeenExpired } from '../keys/seen-expired.ts';
import { describeSelection, revokeKeys, setKeysDisabled, type RevokeInput } from './bulk-actions.ts';
import { exportTeamKeys, type ExportContext } from './export-csv.ts';
import { findPastedKey, type FindContext } from './find-pasted-key.ts';
import { addMember, changeMemberDetails, listTeamMembers, removeMember } from './members.ts';
import type { TeamKeyPage } from './team-key-rows.ts';
import { readTeamKey, readTeamKeys, type TeamKeysPage } from './team-keys.ts';

/** What an admin does with the team's members and their keys. Each change is one transaction. */
export interface TeamService {
  listMembers(): readonly TeamMember[];
  addMember(draft: MemberDraft): Result<TeamMember>;
  updateMember(input: { readonly id: string; readonly draft: MemberDraft }): Result<TeamMember>;
  removeMember(id: string): Result<null>;
  listKeys(page: TeamKeyPage): TeamKeysPage;
  findPasted(): Promise<Result<FoundKey>>;
  issueKey(input: IssueToMemberInput): Promise<Result<TeamKey>>;
  endHandover(id: string): void;
  describeSelection(keys: TeamKeyChoice): TeamSelection;
  setDisabled(input: {
    readonly keys: TeamKeyChoice;
    readonly isDisabled: boolean;
  }): Result<{ readonly changed: number }>;
  revoke(input: RevokeInput): Result<{ readonly revoked: number }>;
  exportCsv(wanted: Pick<TeamKeyPage, 'filter' | 'sort'>): ReturnType<typeof exportTeamKeys>;
}

export interface TeamServiceOptions
  extends FindContext, Pick<KeyContext, 'random' | 'publish'>, ExportContext {
  readonly keys: Pick<KeyService, 'issueToMember' | 'dropHeldSecrets'>;
}

export function createTeamService(options: TeamServiceOptions): TeamService {
  const { clock, keys } = options;
  return {
    listMembers: () => listTeamMembers(options),
    addMember: (draft) => addMember(options, draft),
    updateMember: (input) => changeMemberDetails(options, input),
    removeMember: (id) => removeMember(options, id),
    listKeys(page) {
      markSeenExpired(options);
      return readTeamKeys(options, page, clock.now());
    },
    findPasted: () => findPastedKey(options),
    async issueKey(input) {
      const issued = await keys.issueToMember(input);
      if (!issued.ok) return issued;
      const key = readTeamKey(options, issued.value.id, clock.now());
      return key === null ? failed('not-found') : ok(key);
    },
    endHandover: (id) => keys.dropHeldSecrets((held) => held === id),
    describeSelection: (keys) => describeSelection(options, keys),
    setDisabled: (input) => setKeysDisabled(options, input),
    revoke: (input) =>
      revokeKeys({ ...options, dropHeldSecrets: (isToGo) => keys.dropHeldSecrets(isToGo) }, input),
    exportCsv: (wanted) => exportTeamKeys(options, wanted),
  };
}
