import type { QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import { BridgeProvider } from '../../bridge/bridge-provider.tsx';
import { SpeechProvider } from '../../language/speech-provider.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { QuickCopy } from './quick-copy.tsx';

interface QuickCopyAppProps {
  readonly bridge: Bridge;
  readonly queryClient: QueryClient;
}

/** The page of the quick-copy palette's own window. */
export function QuickCopyApp({ bridge, queryClient }: QuickCopyAppProps) {
  return (
    <ErrorBoundary>
      <BridgeProvider bridge={bridge} queryClient={queryClient}>
        <SpeechProvider>
          <QuickCopy />
        </SpeechProvider>
      </BridgeProvider>
    </ErrorBoundary>
  );
}
