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
import { usageTexts, type UsageTexts } from '../../../shared/texts/en/usage.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

const CallsChart = lazy(async () => ({ default: (await import('./calls-chart.tsx')).CallsChart }));

const RANGES = [
  { id: '7', text: 'days7', days: 7 },
  { id: '30', text: 'days30', days: 30 },
  { id: '90', text: 'days90', days: 90 },
] as const;

type RangeId = (typeof RANGES)[number]['id'];

const ALL = 'all';
/** Without it there is nothing to draw with, as in a test; the table says the same. */
const canDraw = typeof Path2D !== 'undefined';

/** Calls per day and key: a chart, or the same numbers as a table. */
export function CallsSection() {
  const texts = useTexts(usageTexts);
  const [range, setRange] = useState<RangeId>('30');
  const [keyId, setKeyId] = useState(ALL);
  const [isTable, setIsTable] = useState(!canDraw);
  const days: UsageRange = RANGES.find(({ id }) => id === range)?.days ?? 30;
  const all = useCommandQuery('usage.getCalls', { days: 90, apiKeyId: null });
  const counts = useCommandQuery(
    'usage.getCalls',
    { days, apiKeyId: keyId === ALL ? null : keyId },
    { keepsPrevious: true },
  );
  return (
    <Section title={texts.calls.title} description={texts.calls.description}>
      <div className={styles.controls} role="group" aria-label={texts.calls.shown}>
        <RadioGroup
          label={texts.calls.daysShown}
          isLabelHidden
          appearance="segmented"
          options={RANGES.map(({ id, text }) => ({ id, label: texts.calls[text] }))}
          value={range}
          onChange={setRange}
        />
        <div className={styles.filter}>
          <Select
            label={texts.calls.key}
            isLabelHidden
            options={keyOptions(all.kind === 'loaded' ? all.value : null, keyId, texts)}
            value={keyId}
            onChange={setKeyId}
          />
        </div>
        {canDraw && <Switch label={texts.calls.asTable} isSelected={isTable} onChange={setIsTable} />}
      </div>
      {counts.kind === 'loading' && (
        <div className={styles.panel}>
          <Skeleton width="100%" height="18rem" />
        </div>
      )}
      {counts.kind === 'failed' && (
        <ErrorNote
          error={counts.error}
          actions={<Button onPress={counts.retry}>{texts.calls.tryAgain}</Button>}
        />
      )}
      {counts.kind === 'loaded' && <Calls counts={counts.value} isTable={isTable} />}
    </Section>
  );
}

function keyOptions(counts: CallCounts | null, chosen: string, texts: UsageTexts) {
  const keys = (counts?.series ?? []).flatMap((one) =>
    one.apiKeyId === null
      ? []
      : [{ id: one.apiKeyId, label: seriesName(one, texts), description: one.serviceName || undefined }],
  );
  const isGone = chosen !== ALL && !keys.some(({ id }) => id === chosen);
  return [
    { id: ALL, label: texts.calls.allKeys },
    ...keys,
    ...(isGone ? [{ id: chosen, label: texts.calls.keyWithout }] : []),
  ];
}

function Calls({ counts, isTable }: { readonly counts: CallCounts; readonly isTable: boolean }) {
  const texts = useTexts(usageTexts);
  const formats = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const { days } = counts;
  const series = useMemo(() => shownSeries(counts, texts), [counts, texts]);
  const calls = total(series.map((one) => one.calls));
  const errors = total(series.map((one) => one.errors));
  const summary = texts.calls.summary(calls, days.length, errors);
  return (
    <>
      <div className={styles.panel}>
        {isTable ? (
          <CallsTable days={days} series={series} />
        ) : (
          <Suspense fallback={null}>
            <CallsChart label={texts.calls.chart(summary)} days={days} series={series} onPoint={setPointed} />
          </Suspense>
        )}
      </div>
      <p className={styles.summary}>
        {isTable || pointed === null
          ? summary
          : dayText({ day: days[pointed], index: pointed, series }, texts, formats)}
      </p>
      {!isTable && <Legend series={series} />}
    </>
  );
}

interface PointedDay {
  readonly day: string | undefined;
  readonly index: number;
  readonly series: readonly ShownSeries[];
}

function dayText({ day, index, series }: PointedDay, texts: UsageTexts, formats: Formats): string {
  if (day === undefined) return '';
  const parts = series.flatMap(({ name, calls }) => {
    const count = calls[index] ?? 0;
    return count === 0 ? [] : [`${name} ${formats.number(count)}`];
  });
  return `${longDay(day, formats.locale)}: ${parts.length === 0 ? texts.calls.none : parts.join(' · ')}`;
}

function Legend({ series }: { readonly series: readonly ShownSeries[] }) {
  const formats = useFormats();
  const texts = useTexts(usageTexts);
  return (
    <ul className={styles.legend} aria-label={texts.calls.keys}>
      {series.map(({ id, name, serviceName, color, calls }) => (
        <li key={id}>
          <span className={styles.swatch} style={{ background: `var(${color})` }} aria-hidden="true" />
          <bdi dir="auto">{name}</bdi>
          <span className={styles.service}>
            {serviceName !== '' && <bdi dir="auto">{serviceName}</bdi>} {formats.number(total([calls]))}
          </span>
        </li>
      ))}
    </ul>
  );
}
