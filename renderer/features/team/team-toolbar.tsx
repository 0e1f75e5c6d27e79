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
import { teamTexts, type TeamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface TeamToolbarProps {
  readonly filter: TeamKeyFilter;
  readonly sort: TeamKeySort;
  readonly members: readonly TeamMember[];
  readonly services: readonly Service[];
  readonly onFilterChange: (part: Partial<TeamKeyFilter>) => void;
  readonly onSortChange: (sort: TeamKeySort) => void;
  readonly onFindPasted: () => void;
}

const states = (texts: TeamTexts): readonly SelectOption<TeamKeyStateFilter>[] => [
  { id: 'all', label: texts.filters.allStates },
  { id: 'enabled', label: texts.filters.enabled },
  { id: 'expiring', label: texts.filters.expiring },
  { id: 'disabled', label: texts.filters.disabled },
  { id: 'expired', label: texts.filters.expired },
  { id: 'revoked', label: texts.filters.revoked },
];

const sorts = (texts: TeamTexts): readonly SelectOption<TeamKeySort>[] => [
  { id: 'newest', label: texts.filters.newest },
  { id: 'oldest', label: texts.filters.oldest },
  { id: 'recently-used', label: texts.filters.recentlyUsed },
];

/** No id of a member or a service is empty. */
const EVERY = '';

/**
 * What the table shows, and in what order. What is pasted or dropped here never enters the page: it may be a key's value, and
 * the main process looks for its key instead.
 */
export const TeamToolbar = memo(function TeamToolbar(props: TeamToolbarProps) {
  const texts = useTexts(teamTexts);
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
  const creators = useMemo(() => optionsOf(texts.filters.allCreators, members), [members, texts]);
  const allServices = useMemo(() => optionsOf(texts.filters.allServices, services), [services, texts]);
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
    <div className={styles.toolbar} role="search" aria-label={texts.team.title}>
      <div className={styles.search} onPasteCapture={findInstead} onDropCapture={refuse}>
        <SearchField
          label={texts.filters.search}
          placeholder={texts.filters.searchHint}
          value={filter.search}
          onChange={choose.search}
        />
      </div>
      <Button icon={<ClipboardPaste />} onPress={onFindPasted}>
        {texts.filters.findByValue}
      </Button>
      <div className={styles.select}>
        <Select
          label={texts.filters.state}
          isLabelHidden
          options={states(texts)}
          value={filter.state}
          onChange={choose.state}
        />
      </div>
      <div className={styles.select}>
        <Select
          label={texts.filters.creator}
          isLabelHidden
          options={creators}
          value={filter.creatorId ?? EVERY}
          onChange={choose.creator}
        />
      </div>
      <div className={styles.select}>
        <Select
          label={texts.filters.service}
          isLabelHidden
          options={allServices}
          value={filter.serviceId ?? EVERY}
          onChange={choose.service}
        />
      </div>
      <div className={styles.select}>
        <Select
          label={texts.filters.sort}
          isLabelHidden
          options={sorts(texts)}
          value={sort}
          onChange={onSortChange}
        />
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
