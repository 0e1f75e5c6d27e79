import type { ReactNode } from 'react';
import type { Formats } from '../../../shared/texts/formats.ts';
import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './run-facts.module.css';
import { elapsedMs, rateText, remainingText } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface RunFactsProps {
  readonly run: Run;
  /** `null` while they are not known. */
  readonly times: RunTimes | null;
}

/** How far a run is and how it went, in numbers. */
export function RunFacts({ run, times }: RunFactsProps) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const isRunning = run.state === 'running';
  const now = useNow(isRunning ? 500 : 30_000);
  const { totals, planned } = run;
  const remaining = remainingText(run, now, { texts, formats });
  return (
    <div className={styles.facts}>
      {isRunning && (
        <ProgressBar label={texts.facts.run} share={planned === 0 ? null : totals.done / planned} />
      )}
      <dl className={styles.list} aria-label={texts.facts.numbers}>
        <Fact term={texts.facts.requests}>
          {formats.number(totals.done)}
          {totals.done !== planned && <span className={styles.of}>{texts.facts.of(planned)}</span>}
        </Fact>
        <Fact term={texts.common.passed}>{formats.number(totals.passed)}</Fact>
        <Fact term={texts.common.failed} tone={totals.failed > 0 ? 'danger' : undefined}>
          {formats.number(totals.failed)}
        </Fact>
        <Fact term={texts.common.noAnswer} tone={totals.errors > 0 ? 'danger' : undefined}>
          {formats.number(totals.errors)}
        </Fact>
        <Fact term={texts.common.withheld} tone={totals.withheld > 0 ? 'warn' : undefined}>
          {formats.number(totals.withheld)}
        </Fact>
        <Fact term={texts.common.time}>{formats.duration(elapsedMs(run, now))}</Fact>
        {isRunning ? (
          <Fact term={texts.facts.remaining}>{remaining ?? '–'}</Fact>
        ) : (
          <Fact term={texts.facts.received}>{formats.bytes(totals.receivedBytes)}</Fact>
        )}
        <Fact term={texts.facts.rate}>{rateText(run, now, formats) ?? '–'}</Fact>
        <Fact term={texts.facts.median}>{durationOf(times?.median, formats)}</Fact>
        <Fact term={texts.compare.percent(95)}>{durationOf(times?.p95, formats)}</Fact>
      </dl>
    </div>
  );
}

function durationOf(milliseconds: number | null | undefined, formats: Formats): string {
  return milliseconds === null || milliseconds === undefined ? '–' : formats.duration(milliseconds);
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
