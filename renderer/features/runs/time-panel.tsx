import { lazy, Suspense, useMemo, useState } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './time-panel.module.css';
import type { RunWords } from './run-text.ts';
import { hasIntervals, intervalsOf } from './time-series.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
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
  const texts = useTexts(runsTexts);
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
        {canDraw && <Switch label={texts.times.showAsTable} isSelected={isTable} onChange={setIsTable} />}
      </div>
      <div className={styles.content}>
        {points.kind === 'loading' && <Skeleton width="100%" height="100%" />}
        {points.kind === 'failed' && (
          <ErrorNote
            error={points.error}
            actions={<Button onPress={points.retry}>{texts.common.tryAgain}</Button>}
          />
        )}
        {points.kind === 'loaded' && <Times points={points.value} isTable={isTable} />}
      </div>
    </div>
  );
}

function Times({ points, isTable }: { readonly points: Points; readonly isTable: boolean }) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const intervals = useMemo(() => intervalsOf(points), [points]);
  if (points.at.length === 0) return <p className={styles.none}>{texts.times.nothing}</p>;
  if (isTable) return <TimeTable intervals={intervals} />;
  const slowest = Math.max(...points.slowest);
  return (
    <>
      <div className={styles.chart}>
        <Suspense fallback={null}>
          <TimeChart
            label={texts.times.chart(formats.duration(slowest))}
            points={points}
            onPoint={setPointed}
          />
        </Suspense>
      </div>
      <p className={styles.pointed}>
        {pointed === null ? ' ' : pointedText(points, pointed, { texts, formats })}
      </p>
    </>
  );
}

function pointedText(points: Points, index: number, { texts, formats }: RunWords): string {
  const { at, slowest, median } = points;
  const after = texts.times.after(formats.duration(at[index] ?? 0));
  const longest = formats.duration(slowest[index] ?? 0);
  if (!hasIntervals(points)) return `${after}: ${longest}`;
  return texts.times.pointed(after, formats.duration(median[index] ?? 0), longest);
}

function Legend({ points }: { readonly points: Points }) {
  const texts = useTexts(runsTexts);
  const entries = hasIntervals(points)
    ? [
        { color: '--color-series-1', text: texts.facts.median },
        { color: '--color-series-3', text: texts.times.slowest },
      ]
    : [{ color: '--color-series-1', text: texts.times.each }];
  return (
    <ul className={styles.legend} aria-label={texts.times.drawn}>
      {entries.map(({ color, text }) => (
        <li key={text}>
          <span className={styles.swatch} style={{ background: `var(${color})` }} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
