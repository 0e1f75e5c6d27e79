import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { HistoryFilter } from '../../../shared/domain/history-filter.ts';
import { NO_HISTORY_FILTER } from '../../../shared/domain/history-filter.ts';
import { useChoosableKeys } from '../../bridge/use-choosable-keys.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import {
  ANY,
  isFiltering,
  methodOptions,
  sinceOf,
  statusOptions,
  timeOptions,
  timeOptionOf,
  type TimeOption,
} from './history-filter-options.ts';
import styles from './history-filters.module.css';

interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** What of the history is listed, beside the search. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const texts = useTexts(historyTexts);
  const now = useNow();
  const set = (change: Partial<HistoryFilter>) => {
    onChange({ ...filter, ...change });
  };
  return (
    <div className={styles.bar} role="group" aria-label={texts.filter.label}>
      <Choice
        label={texts.filter.method}
        options={methodOptions(texts)}
        value={filter.method}
        onChange={(method) => {
          set({ method });
        }}
      />
      <Choice
        label={texts.filter.status}
        options={statusOptions(texts)}
        value={filter.status}
        onChange={(status) => {
          set({ status });
        }}
      />
      <Choice
        label={texts.filter.key}
        options={useKeyOptions(filter.apiKeyId)}
        value={filter.apiKeyId}
        onChange={(apiKeyId) => {
          set({ apiKeyId });
        }}
      />
      <Choice
        label={texts.filter.service}
        options={useServiceOptions()}
        value={filter.serviceId}
        onChange={(serviceId) => {
          set({ serviceId });
        }}
      />
      <Select<TimeOption>
        label={texts.filter.time}
        isLabelHidden
        size="small"
        options={timeOptions(texts)}
        value={timeOptionOf(filter.since, now)}
        onChange={(option) => {
          set({ since: sinceOf(option, now) });
        }}
      />
      <Checkbox
        label={texts.pinned}
        isSelected={filter.isPinnedOnly}
        onChange={(isPinnedOnly) => {
          set({ isPinnedOnly });
        }}
      />
      {isFiltering(filter) && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            onChange(NO_HISTORY_FILTER);
          }}
        >
          {texts.filter.clear}
        </Button>
      )}
    </div>
  );
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Id | typeof ANY>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
}

function Choice<Id extends string>({ label, options, value, onChange }: ChoiceProps<Id>) {
  return (
    <Select<Id | typeof ANY>
      label={label}
      isLabelHidden
      size="small"
      options={options}
      value={value ?? ANY}
      onChange={(id) => {
        onChange(id === ANY ? null : id);
      }}
    />
  );
}

function useKeyOptions(chosenId: string | null): readonly SelectOption<string>[] {
  const { filter } = useTexts(historyTexts);
  const keys = useChoosableKeys(chosenId);
  const known = keys.kind === 'loaded' ? keys.value : [];
  return [{ id: ANY, label: filter.anyKey }, ...known.map(({ id, name }) => ({ id, label: name }))];
}

function useServiceOptions(): readonly SelectOption<string>[] {
  const { filter } = useTexts(historyTexts);
  const services = useCommandQuery('services.list', {});
  const known = services.kind === 'loaded' ? services.value : [];
  return [{ id: ANY, label: filter.anyService }, ...known.map(({ id, name }) => ({ id, label: name }))];
}
