import { useCallback } from 'react';
import { failed } from '../../../shared/domain/app-error.ts';
import type { ImportStay } from '../../../shared/domain/import.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';
import { importingTexts, type ImportingTexts } from '../../../shared/texts/en/importing.ts';
import { useTexts } from '../../language/speech-context.ts';

/** More would not be read in a message. */
const MOST_REASONS = 3;

/** Takes an import back, and says whether it was. Not a `useCommand`: the message outlives the dialog. */
export function useUndoImport(): (undoId: string) => Promise<void> {
  const texts = useTexts(importingTexts);
  const bridge = useBridge();
  const toast = useToast();
  return useCallback(
    async (undoId) => {
      const result = await bridge.invoke('import.undo', { undoId }).catch(() => failed('internal'));
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'undone') toast.show({ tone: 'good', title: texts.undone.done });
      else
        toast.show({
          tone: 'error',
          title: texts.undone.stays,
          description: told(result.value.reasons, texts),
        });
    },
    [bridge, toast, texts],
  );
}

function told(reasons: readonly ImportStay[], texts: ImportingTexts): string {
  const sentences = reasons
    .slice(0, MOST_REASONS)
    .map(({ what, name, why }) => texts.undone.reason(what, name, why));
  const more = reasons.length - sentences.length;
  const others = more === 0 ? [] : [texts.undone.more(more)];
  return [...sentences, ...others, texts.undone.byHand].join(' ');
}
