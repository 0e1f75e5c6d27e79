import type { TeamKeyFilter, TeamKeySort } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';
import { countKeys } from './plural.ts';

/** What is done with the team's keys at once, without a dialog; each says how it went. */
export function useTeamActions() {
  const setDisabled = useCommand('team.setDisabled');
  const listKeyIds = useCommand('team.listKeyIds');
  const exportCsv = useCommand('team.exportCsv');
  const findPasted = useCommand('team.findPasted');
  const toast = useToast();
  return {
    isDisabling: setDisabled.isPending,
    isExporting: exportCsv.isPending,
    setDisabled: async (ids: readonly string[], isDisabled: boolean) => {
      const result = await setDisabled.run({ ids: [...ids], isDisabled });
      if (!result.ok) {
        toast.showError(result.error);
        return;
      }
      const done = isDisabled ? 'Disabled' : 'Enabled';
      toast.show({ tone: 'good', title: `${done} ${countKeys(result.value.changed)}` });
    },
    /** The ids of all that match; none when they could not be had. */
    idsOf: async (filter: TeamKeyFilter): Promise<readonly string[]> => {
      const result = await listKeyIds.run({ filter });
      if (result.ok) return result.value.ids;
      toast.showError(result.error);
      return [];
    },
    exportCsv: async (filter: TeamKeyFilter, sort: TeamKeySort) => {
      const result = await exportCsv.run({ filter, sort });
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'saved') {
        const { fileName, rows } = result.value;
        toast.show({ tone: 'good', title: `Saved ${countKeys(rows)} to ${fileName}` });
      }
    },
    /** `null` when the clipboard holds nothing that could be a key. */
    findPasted: async () => {
      const result = await findPasted.run({});
      if (result.ok) return result.value;
      toast.showError(result.error);
      return null;
    },
  };
}
