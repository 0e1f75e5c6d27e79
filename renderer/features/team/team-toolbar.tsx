import { ClipboardPaste } from 'lucide-react';
import { memo, useMemo, type ClipboardEvent, type DragEvent } from 'react';
import type {
  TeamKeyFilter,
  TeamKeySort,
  TeamKeyStateFilter,
  TeamMember,
} from '../../../shared/domain/team.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import styles from './team-toolbar.module.css';

interface TeamToolbarProps {
  readonly filter: TeamKeyFilter;
  readonly sort: TeamKeySort;
  readonly members: readonly TeamMember[];
  readonly services: readonly Service[];
  readonly onFilterChange: (part: Partial<TeamKeyFilter>) => void;
  readonly onSortChange: (sort: TeamKeySort) => void;
  readonly onFindPasted: () => void;
}

const states: readonly SelectOption<TeamKeyStateFilter>[] = [
  { id: 'all', label: 'All states' },
  { id: 'enabled', label: 'Enabled' },
  { id: 'expiring', label: 'Expiring' },
  { id: 'disabled', label: 'Disabled' },
  { id: 'expired', label: 'Expired' },
  { id: 'revoked', label: 'Revoked' },
];

const sorts: readonly SelectOption<TeamKeySort>[] = [
  { id: 'newest', label: 'Newest' },
  { id: 'oldest', label: 'Oldest' },
  { id: 'recently-used', label: 'Recently used' },
];

/** No id of a member or a service is empty. */
const EVERY = '';

/**
 * What the table shows, and in what order. What is pasted or dropped here never enters the page: it may be a key's value, and
 * the main process looks for its key instead.
 */
export const TeamToolbar = memo(function TeamToolbar(props: TeamToolbarProps) {
  const { filter, sort, members, services, onFilterChange, onSortChange, onFindPasted } = props;
  // Always the same, so that choosing one draws no other anew.
  const choose = useMemo(
    () => ({
      search: (search: string) => {
        onFilterChange({ search });
      },
      state: (state: TeamKeyStateFilter) => {
        onFilterChange({ state });
      },
      creator: (id: string) => {
        onFilterChange({ creatorId: id === EVERY ? null : id });
      },
      service: (id: string) => {
        onFilterChange({ serviceId: id === EVERY ? null : id });
      },
    }),
    [onFilterChange],
  );
  const creators = useMemo(() => optionsOf('All creators', members), [members]);
  const allServices = useMemo(() => optionsOf('All services', services), [services]);
  const findInstead = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onFindPasted();
  };
  const refuse = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.toolbar} role="search" aria-label="Team keys">
      <div className={styles.search} onPasteCapture={findInstead} onDropCapture={refuse}>
        <SearchField
          label="Search team keys"
          placeholder="Search by name, or paste a key"
          value={filter.search}
          onChange={choose.search}
        />
      </div>
      <Button icon={<ClipboardPaste />} onPress={onFindPasted}>
        Find by key value
      </Button>
      <div className={styles.select}>
        <Select label="State" isLabelHidden options={states} value={filter.state} onChange={choose.state} />
      </div>
      <div className={styles.select}>
        <Select
          label="Creator"
          isLabelHidden
          options={creators}
          value={filter.creatorId ?? EVERY}
          onChange={choose.creator}
        />
      </div>
      <div className={styles.select}>
        <Select
          label="Service"
          isLabelHidden
          options={allServices}
          value={filter.serviceId ?? EVERY}
          onChange={choose.service}
        />
      </div>
      <div className={styles.select}>
        <Select label="Sort" isLabelHidden options={sorts} value={sort} onChange={onSortChange} />
      </div>
    </div>
  );
});

function optionsOf(
  every: string,
  all: readonly { readonly id: string; readonly name: string }[],
): readonly SelectOption<string>[] {
  return [{ id: EVERY, label: every }, ...all.map(({ id, name }) => ({ id, label: name }))];
}
