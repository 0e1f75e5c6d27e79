import { useMemo } from 'react';
import { activityGroupSchema } from '../../../shared/domain/activity.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { groupLabels, periodLabels, type ActivityPeriod, type ActivityQuery } from './activity-query.ts';
import styles from './activity-screen.module.css';

interface ActivityFiltersProps {
  readonly query: ActivityQuery;
  /** The name of the chosen key, for one that was deleted. */
  readonly chosenName: string | null;
  readonly onChange: (query: ActivityQuery) => void;
}

const ANY = 'any';
/** A list of ten thousand names helps nobody; the search finds the others, and so does a key's own menu. */
const MOST_KEYS = 200;

const groupOptions: readonly SelectOption<string>[] = [
  { id: ANY, label: 'Everything' },
  ...activityGroupSchema.options.map((id) => ({ id, label: groupLabels[id] })),
];
const periods = Object.keys(periodLabels) as readonly ActivityPeriod[]; // the table's own keys
const periodOptions = periods.map((id) => ({ id, label: periodLabels[id] }));

/** Which key, what, and when. */
export function ActivityFilters({ query, chosenName, onChange }: ActivityFiltersProps) {
  const keys = useCommandQuery('keys.list', {});
  const listed = keys.kind === 'loaded' ? keys.value : NO_KEYS;
  const { apiKeyId } = query;
  const keyOptions = useMemo(
    () => optionsOfKeys(listed, apiKeyId, chosenName),
    [listed, apiKeyId, chosenName],
  );
  return (
    <div className={styles.filters}>
      <Select
        label="Key"
        isLabelHidden
        size="small"
        options={keyOptions}
        value={apiKeyId ?? ANY}
        onChange={(id) => {
          onChange({ ...query, apiKeyId: id === ANY ? null : id });
        }}
      />
      <Select
        label="What"
        isLabelHidden
        size="small"
        options={groupOptions}
        value={query.group ?? ANY}
        onChange={(id) => {
          onChange({ ...query, group: activityGroupSchema.safeParse(id).data ?? null });
        }}
      />
      <Select
        label="When"
        isLabelHidden
        size="small"
        options={periodOptions}
        value={query.period}
        onChange={(period) => {
          onChange({ ...query, period });
        }}
      />
    </div>
  );
}

const NO_KEYS: readonly ApiKey[] = [];

function optionsOfKeys(
  keys: readonly ApiKey[],
  chosenId: string | null,
  chosenName: string | null,
): readonly SelectOption<string>[] {
  const recent = keys
    .toSorted((a, b) => (b.lastUsed?.at ?? b.createdAt) - (a.lastUsed?.at ?? a.createdAt))
    .slice(0, MOST_KEYS);
  const chosen =
    chosenId === null || recent.some(({ id }) => id === chosenId)
      ? []
      : [
          {
            id: chosenId,
            label: keys.find(({ id }) => id === chosenId)?.name ?? chosenName ?? 'A deleted key',
          },
        ];
  return [
    { id: ANY, label: 'All keys' },
    ...chosen,
    ...recent.map(({ id, name, mask }) => ({ id, label: name, description: mask })),
  ];
}
