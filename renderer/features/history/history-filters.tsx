import { useState } from 'react';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { HistoryFilter } from '../../../shared/domain/history-filter.ts';
import { NO_HISTORY_FILTER } from '../../../shared/domain/history-filter.ts';
import { useChoosableKeys } from '../../bridge/use-choosable-keys.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import {
  ANY,
  daysOf,
  endOf,
  isFiltering,
  methodOptions,
  startOf,
  statusOptions,
  timeOptions,
  timeOptionOf,
  timesOf,
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
  // A stretch that dates make may be as long as one of the choices.
  const [wantsDates, setWantsDates] = useState(false);
  const isBounded = filter.since !== null || filter.until !== null;
  const time = wantsDates && isBounded ? 'dates' : timeOptionOf(filter, now);
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
        value={time}
        onChange={(option) => {
          setWantsDates(option === 'dates');
          set(timesOf(option, now));
        }}
      />
      {time === 'dates' && <Dates filter={filter} onChange={set} />}
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

interface DatesProps {
  readonly filter: HistoryFilter;
  readonly onChange: (change: Partial<HistoryFilter>) => void;
}

/** The first and the last day of what is listed; each may be left empty. */
function Dates({ filter, onChange }: DatesProps) {
  const texts = useTexts(historyTexts);
  const { from, to } = daysOf(filter);
  return (
    <div className={styles.dates}>
      <DateField
        label={texts.filter.from}
        size="small"
        value={from}
        max={to}
        onChange={(day) => {
          onChange({ since: startOf(day) });
        }}
      />
      <DateField
        label={texts.filter.to}
        size="small"
        value={to}
        min={from}
        onChange={(day) => {
          onChange({ until: endOf(day) });
        }}
      />
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
