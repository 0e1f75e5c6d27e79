import { useMemo } from 'react';
import { activityGroupSchema } from '../../../shared/domain/activity.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useChoosableKeys } from '../../bridge/use-choosable-keys.ts';
import { Select, type SelectOption } from '../../ui/select.tsx';
import type { ActivityPeriod, ActivityQuery } from './activity-query.ts';
import styles from './activity-screen.module.css';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { activityTexts } from '../../../shared/texts/en/activity.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ActivityFiltersProps {
  readonly query: ActivityQuery;
  /** The name of the chosen key, for one that was deleted. */
  readonly chosenName: string | null;
  readonly onChange: (query: ActivityQuery) => void;
}

const ANY = 'any';

const PERIODS: readonly ActivityPeriod[] = ['any', 'today', '7-days', '30-days'];

/** Which key, what, and when. */
export function ActivityFilters({ query, chosenName, onChange }: ActivityFiltersProps) {
  const texts = useTexts(activityTexts);
  const { apiKeyId } = query;
  const keys = useChoosableKeys(apiKeyId);
  const listed = keys.kind === 'loaded' ? keys.value : NO_KEYS;
  const keyOptions = useMemo(
    () => optionsOfKeys(listed, { id: apiKeyId, name: chosenName }, texts),
    [listed, apiKeyId, chosenName, texts],
  );
  return (
    <div className={styles.filters}>
      <Select
        label={texts.filters.key}
        isLabelHidden
        size="small"
        options={keyOptions}
        value={apiKeyId ?? ANY}
        onChange={(id) => {
          onChange({ ...query, apiKeyId: id === ANY ? null : id });
        }}
      />
      <Select
        label={texts.filters.what}
        isLabelHidden
        size="small"
        options={[
          { id: ANY, label: texts.filters.everything },
          ...activityGroupSchema.options.map((id) => ({ id, label: texts.groups[id] })),
        ]}
        value={query.group ?? ANY}
        onChange={(id) => {
          onChange({ ...query, group: activityGroupSchema.safeParse(id).data ?? null });
        }}
      />
      <Select
        label={texts.filters.when}
        isLabelHidden
        size="small"
        options={PERIODS.map((id) => ({ id, label: texts.periods[id] }))}
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
  wanted: { readonly id: string | null; readonly name: string | null },
  texts: ShapeOf<typeof activityTexts>,
): readonly SelectOption<string>[] {
  const recent = keys.toSorted((a, b) => (b.lastUsed?.at ?? b.createdAt) - (a.lastUsed?.at ?? a.createdAt));
  const chosen =
    wanted.id === null || recent.some(({ id }) => id === wanted.id)
      ? []
      : [
          {
            id: wanted.id,
            label: wanted.name ?? texts.filters.aDeletedKey,
          },
        ];
  return [
    { id: ANY, label: texts.allKeys },
    ...chosen,
    ...recent.map(({ id, name, mask }) => ({ id, label: name, description: mask })),
  ];
}
