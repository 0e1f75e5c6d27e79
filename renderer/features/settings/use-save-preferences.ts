import type { PreferencesPatch } from '../../../shared/domain/preferences.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Saves at once, and says so only when it did not work: the control itself shows that it did. */
export function useSavePreferences(): (patch: PreferencesPatch) => void {
  const { run } = useCommand('preferences.set');
  const toast = useToast();
  return (patch) => {
    void run(patch).then((result) => {
      if (!result.ok) toast.showError(result.error);
    });
  };
}
