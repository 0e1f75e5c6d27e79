import type { CommandInput, CommandName } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { TeamService } from '../team/team-service.ts';
import type { Handlers } from './handlers.ts';

type TeamHandlers = Pick<Handlers, Extract<CommandName, `team.${string}`>>;

/** The commands of the admins' dashboard. */
export function createTeamHandlers(team: TeamService): TeamHandlers {
  const read = (page: CommandInput<'team.listKeys'>) => {
    const { keys, ...counts } = team.listKeys(page);
    return { ...counts, keys: [...keys] };
  };
  const withShown = <Value extends object>(
    done: Result<Value>,
    page: CommandInput<'team.listKeys'> | null,
  ) => (done.ok ? ok({ ...done.value, shown: page === null ? null : read(page) }) : done);
  return {
    'team.listMembers': () => ok([...team.listMembers()]),
    'team.addMember': (draft) => team.addMember(draft),
    'team.updateMember': (input) => team.updateMember(input),
    'team.removeMember': ({ id }) => {
      const removed = team.removeMember(id);
      return removed.ok ? ok({}) : removed;
    },
    'team.listKeys': (page) => ok(read(page)),
    'team.findPasted': () => team.findPasted(),
    'team.issueKey': (input) => team.issueKey(input),
    'team.endHandover': ({ id }) => {
      team.endHandover(id);
      return ok({});
    },
    'team.describeSelection': ({ keys }) => ok(team.describeSelection(keys)),
    'team.setDisabled': ({ show, ...input }) => withShown(team.setDisabled(input), show),
    'team.revoke': ({ show, ...input }) => withShown(team.revoke(input), show),
    'team.exportCsv': (wanted) => team.exportCsv(wanted),
  };
}
