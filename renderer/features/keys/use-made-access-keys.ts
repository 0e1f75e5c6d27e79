import { useState } from 'react';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

export interface MadeAccessKeysState {
  readonly made: readonly AccessKey[];
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
  /** After the key itself has ended; a failure is shown as a message. */
  readonly remove: () => void;
}

/** The access keys that programs made with a key: they work on after it has ended, unless they are deleted too. */
export function useMadeAccessKeys(apiKey: ApiKey): MadeAccessKeysState {
  const [isChosen, choose] = useState(true);
  const listed = useCommandQuery('accessKeys.listMadeWith', { apiKeyId: apiKey.id });
  const { run } = useCommand('accessKeys.deleteMadeWith');
  const toast = useToast();
  const made = listed.kind === 'loaded' ? listed.value : [];
  return {
    made,
    isChosen,
    choose,
    remove: () => {
      if (!isChosen || made.length === 0) return;
      void run({ apiKeyId: apiKey.id }).then((result) => {
        if (!result.ok) toast.showError(result.error);
      });
    },
  };
}
