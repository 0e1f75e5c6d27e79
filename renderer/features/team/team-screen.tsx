import { KeyRound, SearchX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import {
  EVERY_TEAM_KEY,
  type FoundKey,
  type TeamKeyFilter,
  type TeamKeySort,
} from '../../../shared/domain/team.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { chosenKeys, type ChosenKeys } from './chosen-keys.ts';
import { FoundNote } from './found-note.tsx';
import { MembersSection } from './members-section.tsx';
import type { Revocation } from './revoke-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { TeamDialog } from './team-dialog.ts';
import { TeamDialogs } from './team-dialogs.tsx';
import styles from './team-screen.module.css';
import { TeamTable } from './team-table.tsx';
import { TeamToolbar } from './team-toolbar.tsx';
import { useSelection } from './use-selection.ts';
import { useTeamActions } from './use-team-actions.ts';
import { useTeamKeys } from './use-team-keys.ts';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

const NOTHING: readonly never[] = [];

/** The admins' dashboard: the keys of every member, and the members. */
export function TeamScreen() {
  const texts = useTexts(teamTexts);
  const [dialog, setDialog] = useState<TeamDialog | null>(null);
  const [filter, setFilter] = useState<TeamKeyFilter>(EVERY_TEAM_KEY);
  const [sort, setSort] = useState<TeamKeySort>('newest');
  const [found, setFound] = useState<FoundKey | null>(null);
  const selection = useSelection();
  const now = useNow();
  const members = useCommandQuery('team.listMembers', {});
  const services = useCommandQuery('services.list', {});
  const { keys, shownPage, onRangeChange } = useTeamKeys(filter, sort);
  const { clear } = selection;
  const actions = useTeamActions(shownPage, clear);
  useFirstContent(keys.kind !== 'loading' && members.kind !== 'loading');
  const failure = [keys, members, services].find((query) => query.kind === 'failed');
  const everyone = members.kind === 'loaded' ? members.value : NOTHING;
  const rows = keys.kind === 'loaded' ? keys.rows : NOTHING;

  // What is no longer shown must not be met by an action.
  const show = useCallback(
    (next: TeamKeyFilter | ((before: TeamKeyFilter) => TeamKeyFilter)) => {
      setFilter(next);
      setFound(null);
      clear();
    },
    [clear],
  );
  const onShowAll = useCallback(() => {
    show(EVERY_TEAM_KEY);
  }, [show]);
  const onFilterChange = useCallback(
    (part: Partial<TeamKeyFilter>) => {
      show((before) => ({ ...before, keyId: null, ...part }));
    },
    [show],
  );
  const { findPasted } = actions;
  const onFindPasted = useCallback(() => {
    void findPasted().then((result) => {
      if (result === null) return;
      show(result.kind === 'found' ? { ...EVERY_TEAM_KEY, keyId: result.key.id } : EVERY_TEAM_KEY);
      setFound(result);
    });
  }, [findPasted, show]);
  const { setDisabled, revoke } = actions;
  const onSetDisabled = useCallback(
    (chosen: ChosenKeys, isDisabled: boolean) => void setDisabled(chosen, isDisabled),
    [setDisabled],
  );
  const onAskToRevoke = useCallback((chosen: ChosenKeys, name: string | null = null) => {
    setDialog({ kind: 'revoke', keys: chosen, name });
  }, []);
  const onRevoke = useCallback((chosen: ChosenKeys, how: Revocation) => void revoke(chosen, how), [revoke]);
  const hasFilter = isFiltered(filter);
  const empty = useMemo(() => <NoKeys isFiltered={hasFilter} onClear={onShowAll} />, [hasFilter, onShowAll]);
  return (
    <Page
      title={texts.team.title}
      description={texts.team.description}
      actions={
        <>
          <Button isPending={actions.isExporting} onPress={() => void actions.exportCsv(filter, sort)}>
            {texts.team.exportCsv}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              setDialog({ kind: 'issue' });
            }}
          >
            {texts.issue.title}
          </Button>
        </>
      }
    >
      {failure !== undefined && (
        <ErrorNote
          error={failure.error}
          actions={<Button onPress={failure.retry}>{texts.team.tryAgain}</Button>}
        />
      )}
      {keys.kind !== 'failed' && (
        <div className={styles.keys}>
          <TeamToolbar
            filter={filter}
            sort={sort}
            members={everyone}
            services={services.kind === 'loaded' ? services.value : NOTHING}
            onFilterChange={onFilterChange}
            onSortChange={setSort}
            onFindPasted={onFindPasted}
          />
          <FoundNote found={found} onClose={onShowAll} />
          <SelectionBar
            shown={rows.length}
            selected={chosenKeys(selection, keys.kind === 'loaded' ? keys.shown : null)}
            isBusy={actions.isBusy}
            onSelectAll={selection.selectAll}
            onClear={selection.clear}
            onSetDisabled={onSetDisabled}
            onRevoke={onAskToRevoke}
          />
          <TeamTable
            rows={rows}
            isLoading={keys.kind === 'loading'}
            now={now}
            selection={selection}
            onRangeChange={onRangeChange}
            onSetDisabled={onSetDisabled}
            onRevoke={onAskToRevoke}
            empty={empty}
          />
        </div>
      )}
      <MembersSection members={everyone} isLoading={members.kind === 'loading'} onOpen={setDialog} />
      <TeamDialogs dialog={dialog} members={everyone} onChange={setDialog} onRevoke={onRevoke} />
    </Page>
  );
}

function isFiltered({ search, state, creatorId, serviceId, keyId }: TeamKeyFilter): boolean {
  return search.trim() !== '' || state !== 'all' || [creatorId, serviceId, keyId].some((id) => id !== null);
}

interface NoKeysProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function NoKeys({ isFiltered, onClear }: NoKeysProps) {
  const texts = useTexts(teamTexts);
  if (!isFiltered) {
    return (
      <EmptyState icon={<KeyRound />} title={texts.none.title}>
        {texts.none.explanation}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={texts.noMatch.title}
      actions={<Button onPress={onClear}>{texts.noMatch.showAll}</Button>}
    >
      {texts.noMatch.explanation}
    </EmptyState>
  );
}
