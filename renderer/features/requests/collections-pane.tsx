import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { ListedCollection } from '../../bridge/use-collections.ts';
import type { QueryState } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CollectionServiceSelect } from './collection-service-select.tsx';
import { CollectionTree } from './collection-tree.tsx';
import styles from './collections-pane.module.css';
import { RecentRequests } from './recent-requests.tsx';
import { ImportButton } from './import-button.tsx';
import { EnvironmentBar } from './environments/environment-bar.tsx';
import { isEdited } from './open-request.ts';
import { useOpenSaved } from './use-open-saved.ts';
import type { WorkbenchState } from './workbench-store.ts';

interface CollectionsPaneProps {
  readonly collections: QueryState<readonly ListedCollection[]>;
  readonly state: WorkbenchState;
  readonly onOpenRecent: (entry: HistoryEntry) => void;
}

/** What can be opened: collections, and what was sent lately. */
export function CollectionsPane({ collections, state, onOpenRecent }: CollectionsPaneProps) {
  const openSaved = useOpenSaved();
  return (
    <aside className={styles.pane} aria-label="Collections">
      <header className={styles.header}>
        <h1 className={styles.title}>Requests</h1>
        <ImportButton />
      </header>
      <EnvironmentBar />
      <div className={styles.scroller}>
        <Collections collections={collections} state={state} onOpen={openSaved} />
        <RecentRequests onOpen={onOpenRecent} />
      </div>
    </aside>
  );
}

interface CollectionsProps extends Pick<CollectionsPaneProps, 'collections' | 'state'> {
  readonly onOpen: (collectionId: string, requestId: string) => void;
}

function Collections({ collections, state, onOpen }: CollectionsProps) {
  if (collections.kind === 'loading') {
    return (
      <div className={styles.loading}>
        {['60%', '80%', '70%', '75%', '55%'].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    );
  }
  if (collections.kind === 'failed') {
    return (
      <div className={styles.loading}>
        <ErrorNote
          error={collections.error}
          actions={<Button onPress={collections.retry}>Try again</Button>}
        />
      </div>
    );
  }
  const editedKeys = new Set(state.tabs.filter(isEdited).map(({ key }) => key));
  return collections.value.map(({ summary, collection }) => (
    <section key={summary.id} className={styles.section} aria-label={summary.name}>
      <h2 className={styles.heading} title={collection?.description}>
        {summary.name}
      </h2>
      {summary.problem !== null && <p className={styles.problem}>{summary.problem}</p>}
      {collection !== null && <CollectionServiceSelect collection={collection} />}
      {collection !== null && (
        <CollectionTree
          collection={collection}
          active={state.active}
          editedKeys={editedKeys}
          onOpen={(requestId) => {
            onOpen(collection.id, requestId);
          }}
        />
      )}
    </section>
  ));
}
