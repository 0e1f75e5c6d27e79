import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BehaviourSection } from './behaviour-section.tsx';
import { DiagnosticsSection } from './diagnostics-section.tsx';
import { HistorySection } from './history-section.tsx';
import { CollectionsSection } from './collections-section.tsx';
import { LockSection } from './lock-section.tsx';
import { LocalApiSection } from './local-api-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { SentFilesSection } from './sent-files-section.tsx';
import { SettingsSkeleton } from './settings-skeleton.tsx';
import { StorageSection } from './storage-section.tsx';
import { UpdatesSection } from './updates-section.tsx';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

export function SettingsScreen() {
  const texts = useTexts(settingsTexts);
  const { tryAgain } = useTexts(uiTexts);
  const preferences = useCommandQuery('preferences.get', {});
  const state = useCommandQuery('app.getState', {});
  const localApi = useCommandQuery('localApi.getState', {});
  const network = useCommandQuery('network.getSettings', {});
  const updates = useCommandQuery('updates.getState', {});
  const diagnostics = useCommandQuery('diagnostics.get', {});
  const desktop = useCommandQuery('desktop.getState', {});
  const touchId = useCommandQuery('vault.getTouchId', {});
  const queries = [preferences, desktop, state, touchId, localApi, network, updates, diagnostics];
  const isLoading = queries.some(({ kind }) => kind === 'loading');
  useFirstContent(!isLoading);
  const failure = queries.find((query) => query.kind === 'failed');
  if (isLoading) {
    return (
      <Page title={texts.title} width="narrow">
        <SettingsSkeleton />
      </Page>
    );
  }
  return (
    <Page title={texts.title} width="narrow">
      {failure !== undefined && (
        <ErrorNote error={failure.error} actions={<Button onPress={failure.retry}>{tryAgain}</Button>} />
      )}
      {preferences.kind === 'loaded' && (
        <>
          <AppearanceSection theme={preferences.value.theme} language={preferences.value.language} />
          {desktop.kind === 'loaded' && (
            <BehaviourSection preferences={preferences.value} desktop={desktop.value} />
          )}
          <HistorySection retention={preferences.value.historyRetention} />
        </>
      )}
      {localApi.kind === 'loaded' && preferences.kind === 'loaded' && (
        <LocalApiSection state={localApi.value} preferences={preferences.value} />
      )}
      {network.kind === 'loaded' && <NetworkSection settings={network.value} />}
      {state.kind === 'loaded' && (
        <>
          {preferences.kind === 'loaded' && touchId.kind === 'loaded' && (
            <LockSection preferences={preferences.value} vault={state.value.vault} touchId={touchId.value} />
          )}
          <CollectionsSection />
          <SentFilesSection />
          <StorageSection vault={state.value.vault} ledger={state.value.ledger} />
          {updates.kind === 'loaded' && (
            <UpdatesSection state={updates.value} version={state.value.version} />
          )}
          {diagnostics.kind === 'loaded' && <DiagnosticsSection facts={diagnostics.value} />}
          <AboutSection version={state.value.version} />
        </>
      )}
    </Page>
  );
}
