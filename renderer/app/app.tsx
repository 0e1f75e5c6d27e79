import type { QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Screen } from '../../shared/domain/preferences.ts';
import type { German } from '../../shared/texts/de/german.ts';
import { BridgeProvider } from '../bridge/bridge-provider.tsx';
import { WorkbenchProvider } from '../features/requests/workbench-provider.tsx';
import { SpeechProvider } from '../language/speech-provider.tsx';
import { ToastProvider } from '../ui/toast-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NavigationProvider } from './navigation-provider.tsx';
import { ResponseActionsProvider } from './response-actions-provider.tsx';
import { Shell } from './shell.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly queryClient: QueryClient;
  readonly initialScreen?: Screen;
  /** The German texts, where they are at hand. */
  readonly german?: German | null;
}

export function App({ bridge, queryClient, initialScreen = 'api-keys', german = null }: AppProps) {
  return (
    <ErrorBoundary>
      <BridgeProvider bridge={bridge} queryClient={queryClient}>
        <SpeechProvider german={german}>
          <ToastProvider>
            <NavigationProvider initialScreen={initialScreen}>
              <WorkbenchProvider>
                <ResponseActionsProvider>
                  <Shell />
                </ResponseActionsProvider>
              </WorkbenchProvider>
            </NavigationProvider>
          </ToastProvider>
        </SpeechProvider>
      </BridgeProvider>
    </ErrorBoundary>
  );
}
