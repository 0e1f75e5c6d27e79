import { useBridgeEvent } from '../bridge/use-bridge-event.ts';
import { useToast } from '../ui/use-toast.ts';

/** Says in the window, too, that a limit is nearly or wholly used up: the desktop may show no notifications. */
export function useUsageWarnings(): void {
  const toast = useToast();
  useBridgeEvent('usage.warned', ({ title, body }) => {
    toast.show({ tone: 'error', title, description: body });
  });
}
