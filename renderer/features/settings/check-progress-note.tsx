import { useState } from 'react';
import type { CheckProgress } from '../../../shared/domain/diagnostics.ts';
import { diagnosticsTexts } from '../../../shared/texts/en/diagnostics.ts';
import { useBridgeEvent } from '../../bridge/use-bridge-event.ts';
import { useTexts } from '../../language/speech-context.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** How far the check is that runs. */
export function CheckProgressNote() {
  const texts = useTexts(diagnosticsTexts);
  const [progress, setProgress] = useState<CheckProgress | null>(null);
  useBridgeEvent('diagnostics.progressed', setProgress);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return <ProgressBar label={texts.progress} share={share} />;
}
