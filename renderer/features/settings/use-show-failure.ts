import type { Result } from '../../../shared/domain/app-error.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Says only when it did not work: the control itself shows that it did. */
export function useShowFailure(): (running: Promise<Result<unknown>>) => void {
  const toast = useToast();
  return (running) => {
    void running.then((result) => {
      if (!result.ok) toast.showError(result.error);
    });
  };
}
