import { useCallback } from 'react';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useTexts } from '../language/speech-context.ts';
import { useClock } from '../ui/use-now.ts';
import { useToast } from '../ui/use-toast.ts';

/** Copies a key in the main process, and tells how it went. Resolves with whether it worked. */
export function useCopyKey(): (apiKeyId: string) => Promise<boolean> {
  const { run } = useCommand('keys.copy');
  const toast = useToast();
  const texts = useTexts(shellTexts);
  const clock = useClock();
  return useCallback(
    async (apiKeyId: string) => {
      const result = await run({ id: apiKeyId });
      if (!result.ok) {
        toast.showError(result.error);
        return false;
      }
      const seconds = Math.max(1, Math.round((result.value.clearsAt - clock()) / 1000));
      toast.show({
        tone: 'good',
        title: texts.copied(seconds),
      });
      return true;
    },
    [clock, run, texts, toast],
  );
}
