import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';
import { useWorkbench } from './workbench-context.ts';

/** Opens a sent request again, with what it gave. */
export function useOpenRecent(): (entry: HistoryEntry) => void {
  const bridge = useBridge();
  const workbench = useWorkbench();
  const toast = useToast();
  return ({ id }) => {
    void bridge.invoke('history.get', { id }).then((result) => {
      if (result.ok) workbench.openDraft(result.value.draft, result.value.exchange);
      else toast.showError(result.error);
    });
  };
}
