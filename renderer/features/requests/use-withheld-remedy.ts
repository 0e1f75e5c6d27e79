import { useNavigation } from '../../app/navigation-context.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';
import type { RequestTab } from './request-tabs.ts';
import type { WithheldRemedy } from './withheld-remedy.ts';
import { useWorkbench } from './workbench-context.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

/** Does what a person chose about a withheld key. */
export function useWithheldRemedy(onShowPart: (tab: RequestTab) => void): (remedy: WithheldRemedy) => void {
  const texts = useTexts(requestsTexts);
  const wordsOf = useErrorWords();
  const workbench = useWorkbench();
  const { go } = useNavigation();
  const toast = useToast();
  const retryVault = useCommand('vault.retry');
  const allowUnchecked = useCommand('network.allowUnchecked');
  return (remedy) => {
    switch (remedy.kind) {
      case 'open-keys':
        go('api-keys', { kind: 'focus-key', apiKeyId: remedy.apiKeyId });
        break;
      case 'choose-key':
        onShowPart('auth');
        break;
      case 'change':
        workbench.change(remedy.change);
        break;
      case 'allow-unchecked':
        void allowUnchecked.run({ origin: remedy.origin }).then((result) => {
          if (!result.ok) toast.showError(result.error);
          else if (result.value.uncheckedOrigins.includes(remedy.origin))
            toast.show({ tone: 'good', title: texts.remedies.allowed });
        });
        break;
      case 'retry-vault':
        void retryVault.run({}).then((result) => {
          if (!result.ok) toast.showError(result.error);
          else if (result.value.kind === 'unlocked')
            toast.show({ tone: 'good', title: texts.remedies.keychainOpen });
          else if (result.value.kind === 'unreadable') {
            const { message, remedy } = wordsOf(result.value);
            toast.show({ tone: 'error', title: message, description: remedy });
          }
        });
        break;
    }
  };
}
