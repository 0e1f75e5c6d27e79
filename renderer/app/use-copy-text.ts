import { useCallback } from 'react';
import { useCommand } from '../bridge/use-command.ts';
import { useToast } from '../ui/use-toast.ts';

/** Copies a text that is no key; in the main process, since the page may not reach the clipboard. Resolves with whether it worked. */
export function useCopyText(): (text: string) => Promise<boolean> {
  const { run } = useCommand('clipboard.copyText');
  const toast = useToast();
  return useCallback(
    async (text: string) => {
      const result = await run({ text });
      if (!result.ok) toast.showError(result.error);
      return result.ok;
    },
    [run, toast],
  );
}
