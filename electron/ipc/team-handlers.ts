import type { CommandName } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { TeamService } from '../team/team-service.ts';
import type { Handlers } from './handlers.ts';

type TeamHandlers = Pick<Handlers, Extract<CommandName, `team.${string}`>>;

/** The commands of the admins' dashboard. */
export function createTeamHandlers(team: TeamService): TeamHandlers {
  return {
    'team.listMembers': () => ok([...team.listMembers()]),
    'team.addMember': (draft) => team.addMember(draft),
    'team.updateMember': (input) => team.updateMember(input),
    'team.removeMember': ({ id }) => {
      const removed = team.removeMember(id);
      return removed.ok ? ok({}) : removed;
    },
    'team.listKeys': (page) => {
      const { keys, ...counts } = team.listKeys(page);
      return ok({ ...counts, keys: [...keys] });
    },
    'team.findPasted': () => team.findPasted(),
    'team.issueKey': (input) => team.issueKey(input),
    'team.endHandover': ({ id }) => {
      team.endHandover(id);
      return ok({});
    },
    'team.describeSelection': ({ keys }) => ok(team.describeSelection(keys)),
    'team.setDisabled': (input) => team.setDisabled(input),
    'team.revoke': (input) => team.revoke(input),
    'team.exportCsv': (wanted) => team.exportCsv(wanted),
  };
}
