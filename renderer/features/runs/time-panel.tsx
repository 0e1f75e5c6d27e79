import { lazy, Suspense, useMemo, useState } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDuration } from '../../ui/exchange/measures.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './time-panel.module.css';
import { hasIntervals, intervalsOf } from './time-series.ts';
import { TimeTable } from './time-table.tsx';

const TimeChart = lazy(async () => ({ default: (await import('./time-chart.tsx')).TimeChart }));

/** Without it there is nothing to draw with, as in a test; the table says the same. */
const canDraw = typeof Path2D !== 'undefined';
/** So often the points of a run that is under way are asked for: all of them each time, so those of a large one more seldom. */
const LIVE_MS = 2_000;
const LIVE_LARGE_MS = 15_000;
const LARGE = 10_000;

type Points = CommandOutput<'runs.listPoints'>;

/** How long answers took over the time of the run: a chart, or the same as a table. */
export function TimePanel({ run }: { readonly run: Run }) {
  const [isTable, setIsTable] = useState(!canDraw);
  const points = useCommandQuery(
    'runs.listPoints',
    { id: run.id },
    run.state === 'running' ? { refreshMs: run.totals.done < LARGE ? LIVE_MS : LIVE_LARGE_MS } : {},
  );
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        {points.kind === 'loaded' && <Legend points={points.value} />}
        {canDraw && <Switch label="Show as table" isSelected={isTable} onChange={setIsTable} />}
      </div>
      <div className={styles.content}>
        {points.kind === 'loading' && <Skeleton width="100%" height="100%" />}
        {points.kind === 'failed' && (
          <ErrorNote error={points.error} actions={<Button onPress={points.retry}>Try again</Button>} />
        )}
        {points.kind === 'loaded' && <Times points={points.value} isTable={isTable} />}
      </div>
    </div>
  );
}

function Times({ points, isTable }: { readonly points: Points; readonly isTable: boolean }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const intervals = useMemo(() => intervalsOf(points), [points]);
  if (points.at.length === 0) return <p className={styles.none}>Nothing has answered yet.</p>;
  if (isTable) return <TimeTable intervals={intervals} />;
  const slowest = Math.max(...points.slowest);
  return (
    <>
      <div className={styles.chart}>
        <Suspense fallback={null}>
          <TimeChart
            label={`How long answers took over the time of the run; the slowest ${formatDuration(slowest)}. “Show as table” gives the numbers.`}
            points={points}
            onPoint={setPointed}
          />
        </Suspense>
      </div>
      <p className={styles.pointed}>{pointed === null ? ' ' : pointedText(points, pointed)}</p>
    </>
  );
}

function pointedText(points: Points, index: number): string {
  const { at, slowest, median } = points;
  const after = `After ${formatDuration(at[index] ?? 0)}`;
  const longest = formatDuration(slowest[index] ?? 0);
  if (!hasIntervals(points)) return `${after}: ${longest}`;
  return `${after}: median ${formatDuration(median[index] ?? 0)}, slowest ${longest}`;
}

function Legend({ points }: { readonly points: Points }) {
  const entries = hasIntervals(points)
    ? [
        { color: '--color-series-1', text: 'Median' },
        { color: '--color-series-3', text: 'Slowest' },
      ]
    : [{ color: '--color-series-1', text: 'Each request' }];
  return (
    <ul className={styles.legend} aria-label="What is drawn">
      {entries.map(({ color, text }) => (
        <li key={text}>
          <span className={styles.swatch} style={{ background: `var(${color})` }} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
