import { useCallback } from 'react';
import { failed } from '../../../shared/domain/app-error.ts';
import type { ImportStay } from '../../../shared/domain/import.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';

const WHAT: Readonly<Record<ImportStay['what'], string>> = {
  collection: 'Collection',
  environment: 'Environment',
  key: 'Key',
  service: 'Service',
};
const WHY: Readonly<Record<ImportStay['why'], string>> = {
  changed: 'was changed since',
  used: 'was used since',
  gone: 'is gone',
};
/** More would not be read in a message. */
const MOST_REASONS = 3;

/** Takes an import back, and says whether it was. Not a `useCommand`: the message outlives the dialog. */
export function useUndoImport(): (undoId: string) => Promise<void> {
  const bridge = useBridge();
  const toast = useToast();
  return useCallback(
    async (undoId) => {
      const result = await bridge.invoke('import.undo', { undoId }).catch(() => failed('internal'));
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'undone')
        toast.show({ tone: 'good', title: 'The import was taken back' });
      else
        toast.show({
          tone: 'error',
          title: 'Everything that was imported stays',
          description: told(result.value.reasons),
        });
    },
    [bridge, toast],
  );
}

function told(reasons: readonly ImportStay[]): string {
  const sentences = reasons
    .slice(0, MOST_REASONS)
    .map(({ what, name, why }) => `${WHAT[what]} “${name}” ${WHY[why]}.`);
  const more = reasons.length - sentences.length;
  const others = more === 0 ? [] : [`${String(more)} more.`];
  return [...sentences, ...others, 'Delete by hand what you do not want.'].join(' ');
}
