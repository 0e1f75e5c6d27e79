import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Pins an entry, or lets go of it. */
export function usePin(): (entry: HistoryEntry) => void {
  const { run } = useCommand('history.setPinned');
  const toast = useToast();
  return ({ id, isPinned }) => {
    void run({ id, isPinned: !isPinned }).then((result) => {
      if (!result.ok) toast.showError(result.error);
    });
  };
}
