import { Plus, X } from 'lucide-react';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { ListedCollection } from '../../bridge/use-collections.ts';
import type { QueryState } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { addressParts } from '../../ui/exchange/timeline-model.ts';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CollectionServiceSelect } from './collection-service-select.tsx';
import { CollectionTree } from './collection-tree.tsx';
import styles from './collections-pane.module.css';
import { RecentRequests } from './recent-requests.tsx';
import { ImportButton } from './import-button.tsx';
import type { OpenRequest } from './open-request.ts';
import { useOpenSaved } from './use-open-saved.ts';
import type { WorkbenchState } from './workbench-store.ts';
import type { Workbench } from './workbench.ts';

interface CollectionsPaneProps {
  readonly collections: QueryState<readonly ListedCollection[]>;
  readonly state: WorkbenchState;
  readonly workbench: Workbench;
  readonly onNew: () => void;
  readonly onOpenRecent: (entry: HistoryEntry) => void;
}

/** What can be opened: drafts that are saved nowhere, collections, and what was sent lately. */
export function CollectionsPane({
  collections,
  state,
  workbench,
  onNew,
  onOpenRecent,
}: CollectionsPaneProps) {
  const openSaved = useOpenSaved();
  const drafts = state.kept.filter(({ source }) => source.kind === 'scratch');
  return (
    <aside className={styles.pane} aria-label="Collections">
      <header className={styles.header}>
        <h1 className={styles.title}>Requests</h1>
        <ImportButton />
        <IconButton label="New request" icon={<Plus />} size="small" onPress={onNew} />
      </header>
      <div className={styles.scroller}>
        {drafts.length > 0 && <Drafts drafts={drafts} workbench={workbench} />}
        <Collections collections={collections} state={state} onOpen={openSaved} />
        <RecentRequests onOpen={onOpenRecent} />
      </div>
    </aside>
  );
}

interface DraftsProps {
  readonly drafts: readonly OpenRequest[];
  readonly workbench: Workbench;
}

function Drafts({ drafts, workbench }: DraftsProps) {
  return (
    <section className={styles.section} aria-labelledby="requests-drafts">
      <h2 className={styles.heading} id="requests-drafts">
        Not saved
      </h2>
      <ul>
        {drafts.map(({ key, draft }) => {
          const parts = addressParts(draft.url);
          const address = parts === null ? draft.url : parts.host + parts.rest;
          const label = draft.name === '' ? address || 'New request' : draft.name;
          return (
            <li key={key} className={styles.draft}>
              <button
                type="button"
                className={styles.open}
                title={label}
                onClick={() => {
                  workbench.show(key);
                }}
              >
                <MethodName method={draft.method} isShort />
                <span className={styles.label}>{label}</span>
              </button>
              <IconButton
                label={`Discard ${label}`}
                tooltip="Discard"
                icon={<X />}
                size="small"
                onPress={() => {
                  workbench.discard(key);
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
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
  const editedKeys = new Set(state.kept.map(({ key }) => key));
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
