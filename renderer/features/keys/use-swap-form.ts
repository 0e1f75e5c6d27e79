import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';
import type { StagedPaste } from './paste-field.tsx';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface SwapFormOptions {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly reason: 'routine' | 'exposed';
  readonly onSwapped: () => void;
}

/** The state of the form that puts a pasted value in the place of a key's own. It knows the paste by a token. */
export function useSwapForm({ apiKey, service, reason, onSwapped }: SwapFormOptions) {
  const texts = useTexts(keyDialogsTexts);
  const stage = useCommand('keys.stagePaste');
  const swap = useCommand('keys.swapStaged');
  const toast = useToast();
  const [staged, setStaged] = useState<StagedPaste | null>(null);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    if (staged === null) return;
    void swap.run({ id: apiKey.id, token: staged.token, reason }).then((result) => {
      if (result.ok) {
        toast.show({ tone: 'good', title: texts.guidedRegenerate.done(apiKey.name) });
        onSwapped();
      } else if (result.error.code === 'staged-paste-gone') setStaged(null);
    });
  };
  const paste = () => {
    swap.clearError();
    void stage.run({}).then((result) => {
      if (result.ok) setStaged(result.value);
    });
  };
  const isRecognised = service !== null && staged?.suggestedServiceId === service.id;
  return {
    submit,
    isPending: swap.isPending,
    error: swap.error,
    pasteField: {
      staged,
      recognised: isRecognised ? service.name : null,
      isPending: stage.isPending,
      error: stage.error,
      isMissing: isSubmitted && staged === null,
      onPaste: paste,
    },
  };
}
