import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { ListedCollection } from '../../bridge/use-collections.ts';
import type { QueryState } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './collections-pane.module.css';
import { ImportButton } from './import-button.tsx';
import { EnvironmentBar } from './environments/environment-bar.tsx';
import { RecentRequests } from './recent-requests.tsx';
import { CollectionTree } from './tree/collection-tree.tsx';
import { NewCollectionDialog } from './tree/new-collection-dialog.tsx';
import { rowIdOfNode } from './tree/tree-nodes.ts';
import { useTreeCommands } from './tree/use-tree-commands.ts';
import { useTreeView } from './tree/use-tree-view.ts';
import type { WorkbenchState } from './workbench-store.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { collectionsTexts } from '../../../shared/texts/en/collections.ts';
import { useTexts } from '../../language/speech-context.ts';

interface CollectionsPaneProps {
  readonly collections: QueryState<readonly ListedCollection[]>;
  readonly state: WorkbenchState;
  readonly onOpenRecent: (entry: HistoryEntry) => void;
}

/** What can be opened: collections, and what was sent lately. */
export function CollectionsPane({ collections, state, onOpenRecent }: CollectionsPaneProps) {
  const texts = useTexts(requestsTexts);
  const treeTexts = useTexts(collectionsTexts);
  const [search, setSearch] = useState('');
  const [isNaming, setIsNaming] = useState(false);
  const view = useTreeView();
  const commands = useTreeCommands({
    onFocus: view.focus,
    onRename: view.rename,
    onOpenParent: (node) => {
      view.setExpanded(rowIdOfNode(node), true);
    },
  });
  return (
    <aside className={styles.pane} aria-label={texts.pane.collections}>
      <header className={styles.header}>
        <h1 className={styles.title}>{texts.pane.title}</h1>
        <IconButton
          label={texts.pane.newCollection}
          icon={<FolderPlus />}
          size="small"
          onPress={() => {
            setIsNaming(true);
          }}
        />
        <ImportButton />
      </header>
      <EnvironmentBar />
      <div className={styles.search}>
        <SearchField label={texts.pane.search} value={search} onChange={setSearch} />
      </div>
      <div className={styles.tree}>
        {collections.kind === 'loading' && <Loading />}
        {collections.kind === 'failed' && (
          <div className={styles.loading}>
            <ErrorNote
              error={collections.error}
              actions={<Button onPress={collections.retry}>{texts.common.tryAgain}</Button>}
            />
          </div>
        )}
        {collections.kind === 'loaded' && (
          <>
            <CollectionTree
              collections={collections.value}
              state={state}
              search={search}
              view={view}
              commands={commands}
            />
            {collections.value.every(({ summary }) => summary.isBuiltIn) && (
              <div className={styles.none}>
                <p>{treeTexts.tree.noneOwn}</p>
                <Button size="small" onPress={() => void commands.addSample()}>
                  {treeTexts.tree.addSample}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <RecentRequests onOpen={onOpenRecent} />
      {isNaming && (
        <NewCollectionDialog
          onCreate={commands.createCollection}
          onClose={() => {
            setIsNaming(false);
          }}
        />
      )}
    </aside>
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      {['60%', '80%', '70%', '75%', '55%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
