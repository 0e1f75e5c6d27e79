import { Plus } from 'lucide-react';
import { useNavigationIntent } from '../../app/navigation-context.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { treesOf, useCollections } from '../../bridge/use-collections.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ListNote, ListScreen, ListSkeleton } from '../../ui/list-screen.tsx';
import { RunsPanes } from './runs-panes.tsx';
import { useRunsView } from './use-runs-view.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Collections are run here: set up, looked at while they run, and compared afterwards. */
export function RunsScreen() {
  const texts = useTexts(runsTexts);
  const runs = useCommandQuery('runs.list', {});
  const collections = useCollections();
  const kept = runs.kind === 'loaded' ? runs.value : [];
  const view = useRunsView(kept);
  useFirstContent(runs.kind !== 'loading' && collections.kind !== 'loading');
  useNavigationIntent((intent) => {
    if (intent.kind === 'show-run') view.show(intent.runId);
    if (intent.kind === 'set-up-run')
      view.setUp({ collectionId: intent.collectionId, folderId: intent.folderId });
  });
  const failure = [runs, collections].find((query) => query.kind === 'failed');
  const isLoaded = runs.kind === 'loaded' && collections.kind === 'loaded';
  return (
    <ListScreen
      title={texts.common.title}
      search={<span />}
      action={
        <Button
          icon={<Plus />}
          onPress={() => {
            view.setUp(null);
          }}
        >
          {texts.list.newRun}
        </Button>
      }
    >
      {failure !== undefined && (
        <ListNote>
          <ErrorNote
            error={failure.error}
            actions={<Button onPress={failure.retry}>{texts.common.tryAgain}</Button>}
          />
        </ListNote>
      )}
      {failure === undefined && !isLoaded && <ListSkeleton />}
      {isLoaded && <RunsPanes runs={kept} trees={treesOf(collections)} view={view} />}
    </ListScreen>
  );
}
