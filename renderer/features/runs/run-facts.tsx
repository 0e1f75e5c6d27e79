import type { ReactNode } from 'react';
import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { formatBytes, formatDuration } from '../../ui/exchange/measures.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './run-facts.module.css';
import { elapsedMs, rateText, remainingText } from './run-text.ts';

interface RunFactsProps {
  readonly run: Run;
  /** `null` while they are not known. */
  readonly times: RunTimes | null;
}

/** How far a run is and how it went, in numbers. */
export function RunFacts({ run, times }: RunFactsProps) {
  const isRunning = run.state === 'running';
  const now = useNow(isRunning ? 500 : 30_000);
  const { totals, planned } = run;
  const remaining = remainingText(run, now);
  return (
    <div className={styles.facts}>
      {isRunning && <ProgressBar label="Run" share={planned === 0 ? null : totals.done / planned} />}
      <dl className={styles.list} aria-label="Numbers of the run">
        <Fact term="Requests">
          {totals.done.toLocaleString()}
          {totals.done !== planned && <span className={styles.of}> of {planned.toLocaleString()}</span>}
        </Fact>
        <Fact term="Passed">{totals.passed.toLocaleString()}</Fact>
        <Fact term="Failed" tone={totals.failed > 0 ? 'danger' : undefined}>
          {totals.failed.toLocaleString()}
        </Fact>
        <Fact term="No answer" tone={totals.errors > 0 ? 'danger' : undefined}>
          {totals.errors.toLocaleString()}
        </Fact>
        <Fact term="Key withheld" tone={totals.withheld > 0 ? 'warn' : undefined}>
          {totals.withheld.toLocaleString()}
        </Fact>
        <Fact term="Time">{formatDuration(elapsedMs(run, now))}</Fact>
        {isRunning ? (
          <Fact term="Remaining">{remaining ?? '–'}</Fact>
        ) : (
          <Fact term="Received">{formatBytes(totals.receivedBytes)}</Fact>
        )}
        <Fact term="Rate">{rateText(run, now) ?? '–'}</Fact>
        <Fact term="Median">{durationOf(times?.median)}</Fact>
        <Fact term="95 %">{durationOf(times?.p95)}</Fact>
      </dl>
    </div>
  );
}

function durationOf(milliseconds: number | null | undefined): string {
  return milliseconds === null || milliseconds === undefined ? '–' : formatDuration(milliseconds);
}

interface FactProps {
  readonly term: string;
  readonly tone?: 'danger' | 'warn' | undefined;
  readonly children: ReactNode;
}

function Fact({ term, tone, children }: FactProps) {
  return (
    <div className={styles.fact} data-tone={tone}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
