import { ClipboardPaste } from 'lucide-react';
import type { ClipboardEvent, DragEvent } from 'react';
import {
  EVERY_TEAM_KEY,
  type TeamKeyFilter,
  type TeamKeySort,
  type TeamKeyStateFilter,
  type TeamMember,
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
  readonly onFilterChange: (filter: TeamKeyFilter) => void;
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
export function TeamToolbar(props: TeamToolbarProps) {
  const { filter, sort, members, services, onFilterChange, onSortChange, onFindPasted } = props;
  const change = (part: Partial<TeamKeyFilter>) => {
    onFilterChange({ ...EVERY_TEAM_KEY, ...filter, keyId: null, ...part });
  };
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
          onChange={(search) => {
            change({ search });
          }}
        />
      </div>
      <Button icon={<ClipboardPaste />} onPress={onFindPasted}>
        Find by key value
      </Button>
      <div className={styles.select}>
        <Select
          label="State"
          isLabelHidden
          options={states}
          value={filter.state}
          onChange={(state) => {
            change({ state });
          }}
        />
      </div>
      <div className={styles.select}>
        <Select
          label="Creator"
          isLabelHidden
          options={[
            { id: EVERY, label: 'All creators' },
            ...members.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={filter.creatorId ?? EVERY}
          onChange={(id) => {
            change({ creatorId: id === EVERY ? null : id });
          }}
        />
      </div>
      <div className={styles.select}>
        <Select
          label="Service"
          isLabelHidden
          options={[
            { id: EVERY, label: 'All services' },
            ...services.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={filter.serviceId ?? EVERY}
          onChange={(id) => {
            change({ serviceId: id === EVERY ? null : id });
          }}
        />
      </div>
      <div className={styles.select}>
        <Select label="Sort" isLabelHidden options={sorts} value={sort} onChange={onSortChange} />
      </div>
    </div>
  );
}
