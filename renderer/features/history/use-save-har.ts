import { useCommand } from '../../bridge/use-command.ts';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useTexts } from '../../language/speech-context.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Saves an exchange as a HAR file and says what came of it. */
export function useSaveHar(): (id: string) => Promise<void> {
  const save = useCommand('exports.saveHar');
  const { saved: savedText } = useTexts(historyTexts);
  const toast = useToast();
  return async (id) => {
    const saved = await save.run({ id });
    if (!saved.ok) toast.showError(saved.error);
    else if (saved.value.kind === 'saved')
      toast.show({ tone: 'good', title: savedText(saved.value.fileName) });
  };
}
