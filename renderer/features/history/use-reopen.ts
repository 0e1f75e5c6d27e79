import { useCallback } from 'react';
import { useNavigation } from '../../app/navigation-context.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Opens a sent request on the Requests screen, with what it gave. */
export function useReopen(): (id: string) => void {
  const bridge = useBridge();
  const { go } = useNavigation();
  const toast = useToast();
  return useCallback(
    (id) => {
      void bridge.invoke('history.get', { id }).then((result) => {
        if (!result.ok) toast.showError(result.error);
        else
          go('requests', { kind: 'open-draft', draft: result.value.draft, exchange: result.value.exchange });
      });
    },
    [bridge, go, toast],
  );
}
