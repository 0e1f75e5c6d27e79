import { lazy, Suspense, useMemo, useState } from 'react';
import type { CallCounts, UsageRange } from '../../../shared/domain/usage.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './calls-section.module.css';
import { CallsTable } from './calls-table.tsx';
import { longDay, seriesName, shownSeries, total, type ShownSeries } from './chart-series.ts';

const CallsChart = lazy(async () => ({ default: (await import('./calls-chart.tsx')).CallsChart }));

const ranges = [
  { id: '7', label: '7 days', days: 7 },
  { id: '30', label: '30 days', days: 30 },
  { id: '90', label: '90 days', days: 90 },
] as const;

type RangeId = (typeof ranges)[number]['id'];

const ALL = 'all';
/** Without it there is nothing to draw with, as in a test; the table says the same. */
const canDraw = typeof Path2D !== 'undefined';

/** Calls per day and key: a chart, or the same numbers as a table. */
export function CallsSection() {
  const [range, setRange] = useState<RangeId>('30');
  const [keyId, setKeyId] = useState(ALL);
  const [isTable, setIsTable] = useState(!canDraw);
  const days: UsageRange = ranges.find(({ id }) => id === range)?.days ?? 30;
  const all = useCommandQuery('usage.getCalls', { days: 90, apiKeyId: null });
  const counts = useCommandQuery(
    'usage.getCalls',
    { days, apiKeyId: keyId === ALL ? null : keyId },
    { keepsPrevious: true },
  );
  return (
    <Section
      title="Calls per day"
      description="Requests that you sent, and calls that Keyfob made by itself. A day is a day of this computer’s time zone when the call was made."
    >
      <div className={styles.controls} role="group" aria-label="What is shown">
        <RadioGroup
          label="Days shown"
          isLabelHidden
          appearance="segmented"
          options={ranges.map(({ id, label }) => ({ id, label }))}
          value={range}
          onChange={setRange}
        />
        <div className={styles.filter}>
          <Select
            label="Key"
            isLabelHidden
            options={keyOptions(all.kind === 'loaded' ? all.value : null, keyId)}
            value={keyId}
            onChange={setKeyId}
          />
        </div>
        {canDraw && <Switch label="Show as table" isSelected={isTable} onChange={setIsTable} />}
      </div>
      {counts.kind === 'loading' && (
        <div className={styles.panel}>
          <Skeleton width="100%" height="18rem" />
        </div>
      )}
      {counts.kind === 'failed' && (
        <ErrorNote error={counts.error} actions={<Button onPress={counts.retry}>Try again</Button>} />
      )}
      {counts.kind === 'loaded' && <Calls counts={counts.value} isTable={isTable} />}
    </Section>
  );
}

function keyOptions(counts: CallCounts | null, chosen: string) {
  const keys = (counts?.series ?? []).flatMap((one) =>
    one.apiKeyId === null
      ? []
      : [{ id: one.apiKeyId, label: seriesName(one), description: one.serviceName || undefined }],
  );
  const isGone = chosen !== ALL && !keys.some(({ id }) => id === chosen);
  return [
    { id: ALL, label: 'All keys' },
    ...keys,
    ...(isGone ? [{ id: chosen, label: 'A key without calls' }] : []),
  ];
}

function Calls({ counts, isTable }: { readonly counts: CallCounts; readonly isTable: boolean }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { days } = counts;
  const series = useMemo(() => shownSeries(counts), [counts]);
  const calls = total(series.map((one) => one.calls));
  const errors = total(series.map((one) => one.errors));
  const summary = `${plural(calls, 'call')} in ${plural(days.length, 'day')}, ${errors.toLocaleString()} with an error or no answer`;
  return (
    <>
      <div className={styles.panel}>
        {isTable ? (
          <CallsTable days={days} series={series} />
        ) : (
          <Suspense fallback={null}>
            <CallsChart
              label={`Calls per day by key: ${summary}. “Show as table” gives the numbers.`}
              days={days}
              series={series}
              onPoint={setPointed}
            />
          </Suspense>
        )}
      </div>
      <p className={styles.summary}>
        {isTable || pointed === null ? summary : dayText(days[pointed], pointed, series)}
      </p>
      {!isTable && <Legend series={series} />}
    </>
  );
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}

function dayText(day: string | undefined, index: number, series: readonly ShownSeries[]): string {
  if (day === undefined) return '';
  const parts = series.flatMap(({ name, calls }) => {
    const count = calls[index] ?? 0;
    return count === 0 ? [] : [`${name} ${count.toLocaleString()}`];
  });
  return `${longDay(day)}: ${parts.length === 0 ? 'no calls' : parts.join(' · ')}`;
}

function Legend({ series }: { readonly series: readonly ShownSeries[] }) {
  return (
    <ul className={styles.legend} aria-label="Keys">
      {series.map(({ id, name, serviceName, color, calls }) => (
        <li key={id}>
          <span className={styles.swatch} style={{ background: `var(${color})` }} aria-hidden="true" />
          <bdi dir="auto">{name}</bdi>
          <span className={styles.service}>
            {serviceName !== '' && <bdi dir="auto">{serviceName}</bdi>} {total([calls]).toLocaleString()}
          </span>
        </li>
      ))}
    </ul>
  );
}
