import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';
import { useWorkbench } from './workbench-context.ts';

/** Opens a request of a collection, as its file has it. */
export function useOpenSaved(): (collectionId: string, requestId: string) => void {
  const bridge = useBridge();
  const workbench = useWorkbench();
  const toast = useToast();
  return (collectionId, requestId) => {
    void bridge.invoke('collections.getRequest', { collectionId, itemId: requestId }).then((opened) => {
      if (opened.ok) workbench.openSaved(collectionId, opened.value);
      else toast.showError(opened.error);
    });
  };
}
