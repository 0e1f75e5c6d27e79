import type { ReactNode } from 'react';
import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { formatBytes, formatDuration } from '../../ui/exchange/measures.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './run-facts.module.css';
import { elapsedMs, rateText, remainingText } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RunFactsProps {
  readonly run: Run;
  /** `null` while they are not known. */
  readonly times: RunTimes | null;
}

/** How far a run is and how it went, in numbers. */
export function RunFacts({ run, times }: RunFactsProps) {
  const texts = useTexts(runsTexts);
  const isRunning = run.state === 'running';
  const now = useNow(isRunning ? 500 : 30_000);
  const { totals, planned } = run;
  const remaining = remainingText(run, now);
  return (
    <div className={styles.facts}>
      {isRunning && (
        <ProgressBar label={texts.facts.run} share={planned === 0 ? null : totals.done / planned} />
      )}
      <dl className={styles.list} aria-label={texts.facts.numbers}>
        <Fact term={texts.facts.requests}>
          {totals.done.toLocaleString()}
          {totals.done !== planned && <span className={styles.of}>{texts.facts.of(planned)}</span>}
        </Fact>
        <Fact term={texts.common.passed}>{totals.passed.toLocaleString()}</Fact>
        <Fact term={texts.common.failed} tone={totals.failed > 0 ? 'danger' : undefined}>
          {totals.failed.toLocaleString()}
        </Fact>
        <Fact term={texts.common.noAnswer} tone={totals.errors > 0 ? 'danger' : undefined}>
          {totals.errors.toLocaleString()}
        </Fact>
        <Fact term={texts.common.withheld} tone={totals.withheld > 0 ? 'warn' : undefined}>
          {totals.withheld.toLocaleString()}
        </Fact>
        <Fact term={texts.common.time}>{formatDuration(elapsedMs(run, now))}</Fact>
        {isRunning ? (
          <Fact term={texts.facts.remaining}>{remaining ?? '–'}</Fact>
        ) : (
          <Fact term={texts.facts.received}>{formatBytes(totals.receivedBytes)}</Fact>
        )}
        <Fact term={texts.facts.rate}>{rateText(run, now) ?? '–'}</Fact>
        <Fact term={texts.facts.median}>{durationOf(times?.median)}</Fact>
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
