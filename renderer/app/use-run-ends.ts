import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useBridgeEvent } from '../bridge/use-bridge-event.ts';
import { useTexts } from '../language/speech-context.ts';
import { useToast } from '../ui/use-toast.ts';
import { useNavigation } from './navigation-context.ts';

/** Says that a run has ended, while another screen than its own is shown. */
export function useRunEnds(): void {
  const { screen, go } = useNavigation();
  const { showRun } = useTexts(shellTexts);
  const toast = useToast();
  useBridgeEvent('runs.ended', ({ id, isGood, title, body }) => {
    if (screen === 'runs') return;
    const onAction = () => {
      go('runs', { kind: 'show-run', runId: id });
    };
    toast.show({
      tone: isGood ? 'good' : 'error',
      title,
      description: body,
      action: { label: showRun, onAction },
    });
  });
}
