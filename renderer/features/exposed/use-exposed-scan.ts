import { useState } from 'react';
import type { CommandArgument } from '../../../shared/contract/contract.ts';
import type { ExposedScan, ScanProgress } from '../../../shared/domain/exposed-scan.ts';
import { useBridgeEvent } from '../../bridge/use-bridge-event.ts';
import { useCommandQuery, type QueryState } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

type ScanInput = CommandArgument<'exposed.scan'>;

export interface ExposedScanState {
  readonly scan: QueryState<ExposedScan>;
  /** Of the scan that runs, as it was last told; `null` before that. */
  readonly progress: ScanProgress | null;
  readonly isStarting: boolean;
  readonly start: (input: ScanInput) => void;
  readonly cancel: () => void;
}

export function useExposedScan(): ExposedScanState {
  const scan = useCommandQuery('exposed.getScan', {});
  const [progress, setProgress] = useState<ScanProgress | null>(null);
  useBridgeEvent('exposed.progressed', setProgress);
  const { run: start, isPending: isStarting } = useCommand('exposed.scan');
  const { run: cancel } = useCommand('exposed.cancel');
  const toast = useToast();
  return {
    scan,
    progress,
    isStarting,
    start: (input) => {
      void start(input).then((result) => {
        if (!result.ok) toast.showError(result.error);
      });
    },
    cancel: () => {
      void cancel({}).then((result) => {
        if (!result.ok) toast.showError(result.error);
      });
    },
  };
}
