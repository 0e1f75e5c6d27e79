import { ScrollText, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigation, useNavigationIntent } from '../../app/navigation-context.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ListNote, ListScreen, ListSkeleton } from '../../ui/list-screen.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { startOfDay } from '../../ui/start-of-day.ts';
import { useNow } from '../../ui/use-now.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import { EVERYTHING, filterOf, isNarrowed, type ActivityQuery } from './activity-query.ts';
import styles from './activity-screen.module.css';
import { ExportMenu } from './export-menu.tsx';
import { useActivityPages, type ActivityPages } from './use-activity-pages.ts';
import { activityTexts } from '../../../shared/texts/en/activity.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

/** What happened to each key. */
export function ActivityScreen() {
  const texts = useTexts(activityTexts);
  const [query, setQuery] = useState<ActivityQuery>(EVERYTHING);
  const today = startOfDay(useNow());
  const search = useDeferredValue(query.search);
  const filter = useMemo(() => filterOf({ ...query, search }, today), [query, search, today]);
  const pages = useActivityPages(filter);
  useFirstContent(pages.kind !== 'loading');
  useNavigationIntent((intent) => {
    if (intent.kind === 'show-activity') setQuery({ ...EVERYTHING, apiKeyId: intent.apiKeyId });
  });
  const chosenName = pages.kind === 'loaded' ? (pages.entries[0]?.apiKeyName ?? null) : null;
  return (
    <ListScreen
      title={texts.title}
      search={
        <SearchField
          label={texts.search}
          placeholder={texts.searchHint}
          value={query.search}
          onChange={(text) => {
            setQuery({ ...query, search: text });
          }}
        />
      }
      action={<ExportMenu filter={filter} />}
    >
      <div className={styles.bar}>
        <ActivityFilters query={query} chosenName={chosenName} onChange={setQuery} />
        <span className={styles.count} role="status">
          {pages.kind === 'loaded' && texts.entries(pages.total)}
        </span>
        {pages.kind === 'loaded' && pages.showNewer !== null && (
          <Button size="small" onPress={pages.showNewer}>
            {texts.showNew}
          </Button>
        )}
      </div>
      <Content
        pages={pages}
        isNarrowed={isNarrowed(query)}
        onShowAll={() => {
          setQuery(EVERYTHING);
        }}
      />
    </ListScreen>
  );
}

interface ContentProps {
  readonly pages: ActivityPages;
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}

function Content({ pages, isNarrowed: isFiltered, onShowAll }: ContentProps) {
  const { tryAgain } = useTexts(uiTexts);
  if (pages.kind === 'loading') return <ListSkeleton />;
  if (pages.kind === 'failed') {
    return (
      <ListNote>
        <ErrorNote error={pages.error} actions={<Button onPress={pages.retry}>{tryAgain}</Button>} />
      </ListNote>
    );
  }
  if (pages.entries.length === 0) return isFiltered ? <NothingFound onShowAll={onShowAll} /> : <Nothing />;
  return (
    <ActivityList
      entries={pages.entries}
      total={pages.total}
      hasMore={pages.hasMore}
      onLoadMore={pages.loadMore}
    />
  );
}

function Nothing() {
  const { nothing: texts } = useTexts(activityTexts);
  const { go } = useNavigation();
  return (
    <ListNote>
      <EmptyState
        icon={<ScrollText />}
        title={texts.title}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go('api-keys', { kind: 'generate-key' });
            }}
          >
            {texts.action}
          </Button>
        }
      >
        <p>{texts.explanation}</p>
      </EmptyState>
    </ListNote>
  );
}

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  const { noMatch: texts } = useTexts(activityTexts);
  return (
    <ListNote>
      <EmptyState
        icon={<SearchX />}
        title={texts.title}
        actions={<Button onPress={onShowAll}>{texts.action}</Button>}
      >
        <p>{texts.explanation}</p>
      </EmptyState>
    </ListNote>
  );
}
