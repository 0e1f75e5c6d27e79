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
import { SelectionBar } from './selection-bar.tsx';
import type { TeamDialog } from './team-dialog.ts';
import { TeamDialogs } from './team-dialogs.tsx';
import styles from './team-screen.module.css';
import { TeamTable } from './team-table.tsx';
import { TeamToolbar } from './team-toolbar.tsx';
import { useSelection } from './use-selection.ts';
import { useTeamActions } from './use-team-actions.ts';
import { useTeamKeys } from './use-team-keys.ts';

const NOTHING: readonly never[] = [];

/** The admins' dashboard: the keys of every member, and the members. */
export function TeamScreen() {
  const [dialog, setDialog] = useState<TeamDialog | null>(null);
  const [filter, setFilter] = useState<TeamKeyFilter>(EVERY_TEAM_KEY);
  const [sort, setSort] = useState<TeamKeySort>('newest');
  const [found, setFound] = useState<FoundKey | null>(null);
  const selection = useSelection();
  const now = useNow();
  const members = useCommandQuery('team.listMembers', {});
  const services = useCommandQuery('services.list', {});
  const { keys, shownPage, onRangeChange } = useTeamKeys(filter, sort);
  const actions = useTeamActions(shownPage);
  useFirstContent(keys.kind !== 'loading' && members.kind !== 'loading');
  const failure = [keys, members, services].find((query) => query.kind === 'failed');
  const everyone = members.kind === 'loaded' ? members.value : NOTHING;
  const rows = keys.kind === 'loaded' ? keys.rows : NOTHING;

  const { clear } = selection;
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
  const { setDisabled } = actions;
  const onSetDisabled = useCallback(
    (chosen: ChosenKeys, isDisabled: boolean) => void setDisabled(chosen, isDisabled),
    [setDisabled],
  );
  const onRevoke = useCallback((chosen: ChosenKeys, name: string | null = null) => {
    setDialog({ kind: 'revoke', keys: chosen, name });
  }, []);
  const hasFilter = isFiltered(filter);
  const empty = useMemo(() => <NoKeys isFiltered={hasFilter} onClear={onShowAll} />, [hasFilter, onShowAll]);
  return (
    <Page
      title="Team keys"
      description="Every key of the local workspace’s team, whoever made it: revoke what nobody should use any more."
      actions={
        <>
          <Button isPending={actions.isExporting} onPress={() => void actions.exportCsv(filter, sort)}>
            Export CSV…
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              setDialog({ kind: 'issue' });
            }}
          >
            Issue API Key
          </Button>
        </>
      }
    >
      {failure !== undefined && (
        <ErrorNote error={failure.error} actions={<Button onPress={failure.retry}>Try again</Button>} />
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
            isBusy={actions.isDisabling}
            onSelectAll={selection.selectAll}
            onClear={selection.clear}
            onSetDisabled={onSetDisabled}
            onRevoke={onRevoke}
          />
          <TeamTable
            rows={rows}
            isLoading={keys.kind === 'loading'}
            now={now}
            selection={selection}
            onRangeChange={onRangeChange}
            onSetDisabled={onSetDisabled}
            onRevoke={onRevoke}
            empty={empty}
          />
        </div>
      )}
      <MembersSection members={everyone} isLoading={members.kind === 'loading'} onOpen={setDialog} />
      <TeamDialogs
        dialog={dialog}
        members={everyone}
        shownPage={shownPage}
        onChange={setDialog}
        onRevoked={selection.clear}
      />
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
  if (!isFiltered) {
    return (
      <EmptyState icon={<KeyRound />} title="The team has no keys yet">
        Add members below and issue keys to them, or generate one of your own: each is listed here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title="No key matches"
      actions={<Button onPress={onClear}>Show all keys</Button>}
    >
      No key of the team has this name, state, creator and service.
    </EmptyState>
  );
}
