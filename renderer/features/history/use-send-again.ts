import type { HistoryRecord } from '../../../shared/domain/history-entry.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { newExchangeId } from '../../ui/exchange/new-exchange-id.ts';
import { useToast } from '../../ui/use-toast.ts';

interface SendAgain {
  readonly isSending: boolean;
  readonly send: (record: HistoryRecord) => void;
}

/**
 * Sends what was sent once more, as it was, with the key and the variables of now. Main refuses what the history does not keep (a secret
 * that was typed) and says so.
 */
export function useSendAgain(onSent: (id: string) => void): SendAgain {
  const { run, isPending } = useCommand('requests.send');
  const toast = useToast();
  return {
    isSending: isPending,
    send: ({ draft, place }) => {
      const id = newExchangeId();
      const where = { collectionId: place?.collectionId ?? null, requestId: place?.requestId ?? null };
      void run({ id, draft, ...where, onWithheld: 'stop' }).then((result) => {
        if (result.ok) onSent(id);
        else toast.showError(result.error);
      });
    },
  };
}
