import { History, Search } from 'lucide-react';
import { useCallback, useDeferredValue, useState } from 'react';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ListNote, ListScreen, ListSkeleton } from '../../ui/list-screen.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { NO_HISTORY_FILTER } from '../../../shared/domain/history-filter.ts';
import { HistoryDetail } from './history-detail.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { isFiltering } from './history-filter-options.ts';
import { HistoryList } from './history-list.tsx';
import styles from './history-screen.module.css';
import { useHistoryPages } from './use-history-pages.ts';
import { useReopen } from './use-reopen.ts';

/** What was sent, by day; one is looked at beside the list, and reopened. */
export function HistoryScreen() {
  const texts = useTexts(historyTexts);
  const { tryAgain } = useTexts(uiTexts);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState(NO_HISTORY_FILTER);
  const [isClearing, setIsClearing] = useState(false);
  const pages = useHistoryPages(useDeferredValue(search.trim()), filter);
  useFirstContent(pages.kind !== 'loading');
  const isEmpty =
    pages.kind === 'loaded' && pages.entries.length === 0 && search === '' && !isFiltering(filter);
  return (
    <ListScreen
      title={texts.title}
      search={
        <SearchField
          label={texts.search}
          placeholder={texts.searchHint}
          value={search}
          onChange={setSearch}
        />
      }
      action={
        <Button
          variant="quiet"
          isDisabled={pages.kind !== 'loaded' || isEmpty}
          onPress={() => {
            setIsClearing(true);
          }}
        >
          {texts.clear.open}
        </Button>
      }
    >
      {!isEmpty && <HistoryFilters filter={filter} onChange={setFilter} />}
      {pages.kind === 'loading' && <ListSkeleton />}
      {pages.kind === 'failed' && (
        <ListNote>
          <ErrorNote error={pages.error} actions={<Button onPress={pages.retry}>{tryAgain}</Button>} />
        </ListNote>
      )}
      {isEmpty && <NothingSent />}
      {pages.kind === 'loaded' && !isEmpty && (
        <Entries
          entries={pages.entries}
          hasMore={pages.hasMore}
          onLoadMore={pages.loadMore}
          search={search.trim()}
          onShowAll={() => {
            setSearch('');
            setFilter(NO_HISTORY_FILTER);
          }}
        />
      )}
      {isClearing && (
        <ClearDialog
          onClose={() => {
            setIsClearing(false);
          }}
        />
      )}
    </ListScreen>
  );
}

interface EntriesProps {
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
  readonly onLoadMore: () => void;
  readonly search: string;
  /** Forgets the search and the filter. */
  readonly onShowAll: () => void;
}

function Entries({ entries, hasMore, onLoadMore, search, onShowAll }: EntriesProps) {
  const { noMatch } = useTexts(historyTexts);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const deletion = useCommand('history.delete');
  const toast = useToast();
  const reopen = useReopen();
  // What was chosen may be deleted or no longer match; then the newest is shown.
  const selected = entries.find(({ id }) => id === chosenId) ?? entries[0] ?? null;
  const onDelete = useCallback(
    (id: string) => {
      const at = entries.findIndex((entry) => entry.id === id);
      setChosenId((entries[at + 1] ?? entries[at - 1])?.id ?? null);
      void deletion.run({ id }).then((result) => {
        if (!result.ok) toast.showError(result.error);
      });
    },
    [entries, deletion, toast],
  );
  if (selected === null) {
    return (
      <ListNote>
        <EmptyState
          icon={<Search />}
          title={noMatch.title}
          actions={<Button onPress={onShowAll}>{noMatch.showAll}</Button>}
        >
          <p>{search === '' ? noMatch.byFilter : noMatch.bySearch(search)}</p>
        </EmptyState>
      </ListNote>
    );
  }
  return (
    <div className={styles.panes}>
      <div className={styles.list}>
        <HistoryList
          entries={entries}
          selectedId={selected.id}
          hasMore={hasMore}
          onLoadMore={onLoadMore}
          onSelect={setChosenId}
          onOpen={reopen}
          onDelete={onDelete}
        />
      </div>
      <div className={styles.detail}>
        <HistoryDetail id={selected.id} onDelete={onDelete} onSent={setChosenId} />
      </div>
    </div>
  );
}

function NothingSent() {
  const { nothing } = useTexts(historyTexts);
  const { go } = useNavigation();
  return (
    <ListNote>
      <EmptyState
        icon={<History />}
        title={nothing.title}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go('requests', { kind: 'new-request' });
            }}
          >
            {nothing.action}
          </Button>
        }
      >
        <p>{nothing.explanation}</p>
      </EmptyState>
    </ListNote>
  );
}

function ClearDialog({ onClose }: { readonly onClose: () => void }) {
  const { clear: texts } = useTexts(historyTexts);
  const clear = useCommand('history.clear');
  return (
    <AlertDialog
      title={texts.question}
      action={texts.action}
      isPending={clear.isPending}
      error={clear.error}
      onClose={onClose}
      onAction={() => {
        void clear.run({}).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p>{texts.consequence}</p>
    </AlertDialog>
  );
}
