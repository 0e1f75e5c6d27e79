import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import type { TeamKeyFilter, TeamKeySort } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';
import type { ChosenKeys } from './chosen-keys.ts';
import type { Revocation } from './revoke-dialog.tsx';
import type { ShownPage } from './use-team-keys.ts';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

/** What is done with the team's keys; each says how it went, by a message. `onRevoked` is told when keys are revoked. */
export function useTeamActions({ drawn, onAnswer }: ShownPage, onRevoked: () => void) {
  const texts = useTexts(teamTexts);
  const { run: runSetDisabled, isPending: isDisabling } = useCommand('team.setDisabled');
  const { run: runRevoke, isPending: isRevoking } = useCommand('team.revoke');
  const exportCsv = useCommand('team.exportCsv');
  const { run: runFindPasted } = useCommand('team.findPasted');
  const toast = useToast();
  // Always the same: what the rows of the table are drawn with must not change with every answer.
  const setDisabled = useCallback(
    async ({ choice }: ChosenKeys, isDisabled: boolean) => {
      const show = drawn();
      const result = await runSetDisabled({ keys: choice, isDisabled, show });
      if (!result.ok) {
        toast.showError(result.error);
        return;
      }
      onAnswer(show, result.value.shown);
      const { disabledKeys, enabledKeys } = texts.team;
      toast.show({ tone: 'good', title: (isDisabled ? disabledKeys : enabledKeys)(result.value.changed) });
    },
    [runSetDisabled, toast, drawn, onAnswer, texts],
  );
  const revoke = useCallback(
    async ({ choice }: ChosenKeys, how: Revocation) => {
      const show = drawn();
      const result = await runRevoke({ keys: choice, ...how, show });
      if (!result.ok) {
        toast.showError(result.error);
        return;
      }
      onAnswer(show, result.value.shown);
      // The rows hear of it in a microtask: both in one render, as every row is drawn anew.
      await Promise.resolve();
      flushSync(onRevoked);
      toast.show({ tone: 'good', title: texts.revocation.done(texts.common.keys(result.value.revoked)) });
    },
    [runRevoke, toast, drawn, onAnswer, onRevoked, texts],
  );
  /** `null` when the clipboard holds nothing that could be a key. */
  const findPasted = useCallback(async () => {
    const result = await runFindPasted({});
    if (result.ok) return result.value;
    toast.showError(result.error);
    return null;
  }, [runFindPasted, toast]);
  return {
    isBusy: isDisabling || isRevoking,
    isExporting: exportCsv.isPending,
    setDisabled,
    revoke,
    exportCsv: async (filter: TeamKeyFilter, sort: TeamKeySort) => {
      const result = await exportCsv.run({ filter, sort });
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'saved') {
        const { fileName, rows } = result.value;
        toast.show({ tone: 'good', title: texts.team.saved(texts.common.keys(rows), fileName) });
      }
    },
    findPasted,
  };
}
