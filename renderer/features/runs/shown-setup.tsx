import { FolderOpen } from 'lucide-react';
import { requestsIn, type Collection } from '../../../shared/domain/collection.ts';
import type { RunPlace } from '../../../shared/domain/run.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './runs-screen.module.css';
import { SetupPane } from './setup-pane.tsx';
import { placeKey } from './setup-form.ts';
import type { DataFiles } from './use-data-files.ts';
import type { RunActions } from './use-run-actions.ts';
import type { RunsView } from './use-runs-view.ts';
import { useSetup, type SetupDrafts } from './use-setup.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ShownSetupProps {
  readonly trees: readonly Collection[];
  readonly view: RunsView;
  readonly drafts: SetupDrafts;
  readonly files: DataFiles;
  readonly actions: RunActions;
}

/** The set-up of a run, of the collection that was chosen or else of the first that has requests. */
export function ShownSetup(props: ShownSetupProps) {
  const { trees, view } = props;
  const collection =
    trees.find(({ id }) => id === view.place?.collectionId) ??
    trees.find(({ items }) => requestsIn(items).length > 0) ??
    trees[0];
  if (collection === undefined) return <NoCollection />;
  const place =
    view.place?.collectionId === collection.id ? view.place : { collectionId: collection.id, folderId: null };
  return <PlaceSetup key={placeKey(place)} {...props} collection={collection} place={place} />;
}

interface PlaceSetupProps extends ShownSetupProps {
  readonly collection: Collection;
  readonly place: RunPlace;
}

function PlaceSetup({ trees, view, drafts, files, actions, collection, place }: PlaceSetupProps) {
  const texts = useTexts(runsTexts);
  const setup = useSetup(place, drafts);
  const data = files.find(place);
  if (setup.kind === 'loading') {
    return (
      <div className={styles.loading}>
        {['40%', '70%', '55%'].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    );
  }
  if (setup.kind === 'failed') {
    return (
      <div className={styles.loading}>
        <ErrorNote
          error={setup.error}
          actions={<Button onPress={setup.retry}>{texts.common.tryAgain}</Button>}
        />
      </div>
    );
  }
  return (
    <SetupPane
      collections={trees}
      collection={collection}
      place={place}
      setup={setup}
      saveError={drafts.saveError}
      data={data}
      isStarting={actions.isStarting}
      startError={actions.startError}
      onPlaceChange={(next) => {
        actions.clearStartError();
        view.setUp(next);
      }}
      onDataChange={(next) => {
        files.put(place, next);
      }}
      onStart={(ready) => {
        void actions.start({ place, setup: ready, data }).then((run) => {
          if (run !== null) view.show(run.id);
        });
      }}
    />
  );
}

function NoCollection() {
  const texts = useTexts(runsTexts);
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={<FolderOpen />}
      title={texts.none.title}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go('requests');
          }}
        >
          {texts.none.toRequests}
        </Button>
      }
    >
      <p>{texts.none.explanation}</p>
    </EmptyState>
  );
}
