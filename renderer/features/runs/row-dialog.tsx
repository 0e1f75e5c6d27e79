import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { Formats } from '../../../shared/texts/formats.ts';
import type { ExpectationResult, RunRecord } from '../../../shared/domain/run.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExchangeView, type ExchangeTab } from '../../ui/exchange/exchange-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './row-dialog.module.css';
import { verdictOf } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useErrorWords, useFormats, useTexts } from '../../language/speech-context.ts';

interface RowDialogProps {
  readonly runId: string;
  readonly seq: number;
  /** `null` at either end. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** One request of a run: what was expected, what came, and every hop with what became of the key. */
export function RowDialog({ runId, seq, onPrevious, onNext, onClose }: RowDialogProps) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const record = useCommandQuery('runs.getRecord', { id: runId, seq }, { keepsPrevious: true });
  const [tab, setTab] = useState<ExchangeTab | null>(null);
  return (
    <Dialog
      title={record.kind === 'loaded' ? titleOf(record.value, formats.number) : texts.common.request}
      size="large"
      onClose={onClose}
      footer={
        <>
          <div className={styles.steps}>
            <Button isDisabled={onPrevious === null} onPress={() => onPrevious?.()}>
              {texts.row.previous}
            </Button>
            <Button isDisabled={onNext === null} onPress={() => onNext?.()}>
              {texts.row.next}
            </Button>
          </div>
          <Button variant="primary" onPress={onClose}>
            {texts.row.close}
          </Button>
        </>
      }
    >
      {record.kind === 'loading' && (
        <div className={styles.loading}>
          <Skeleton width="60%" />
          <Skeleton width="40%" />
        </div>
      )}
      {record.kind === 'failed' && <ErrorNote error={record.error} />}
      {record.kind === 'loaded' && (
        <RecordContent record={record.value} tab={tab ?? firstTab(record.value)} onTabChange={setTab} />
      )}
    </Dialog>
  );
}

function titleOf({ row }: RunRecord, number: Formats['number']): string {
  return `#${number(row.seq)} ${row.method} ${row.name}`;
}

/** Where a key was withheld, that is what one looks for. */
function firstTab({ row }: RunRecord): ExchangeTab {
  return row.isKeyWithheld ? 'timeline' : 'body';
}

interface RecordContentProps {
  readonly record: RunRecord;
  readonly tab: ExchangeTab;
  readonly onTabChange: (tab: ExchangeTab) => void;
}

function RecordContent({ record, tab, onTabChange }: RecordContentProps) {
  const texts = useTexts(runsTexts);
  const wordsOf = useErrorWords();
  const { row, expectations, exchange, problem } = record;
  const said = problem === null ? null : wordsOf({ code: row.errorCode ?? 'internal', ...problem });
  const facts = [
    verdictOf(row.verdict, texts).word,
    texts.common.iteration(row.iteration),
    ...(row.attempts > 1 ? [texts.row.attempts(row.attempts)] : []),
  ];
  return (
    <>
      <p className={styles.url}>
        <bdi>{row.url}</bdi>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </p>
      {said !== null && exchange === null && (
        <Banner tone="error" title={said.message}>
          {said.remedy}
        </Banner>
      )}
      {expectations.length > 0 && <Expectations results={expectations} />}
      {exchange !== null && (
        <section className={styles.exchange} aria-label={texts.row.response}>
          <ExchangeView exchange={exchange} tab={tab} onTabChange={onTabChange} />
        </section>
      )}
    </>
  );
}

function Expectations({ results }: { readonly results: readonly ExpectationResult[] }) {
  const texts = useTexts(runsTexts);
  // What was not met comes first: it is what one came for.
  const sorted = results.toSorted((one, other) => Number(one.isMet) - Number(other.isMet));
  return (
    <ul className={styles.expectations} aria-label={texts.common.expectations}>
      {sorted.map(({ expectation, isMet, found, finding }, index) => (
        // The same expectation may stand there twice; a record never changes.
        <li key={index} data-met={isMet || undefined}>
          {isMet ? (
            <CircleCheck aria-label={texts.row.met} role="img" />
          ) : (
            <CircleX aria-label={texts.row.notMet} role="img" />
          )}
          <span>
            <bdi dir="auto">{texts.row.expectation(expectation)}</bdi>
            {!isMet && (
              <span className={styles.found}>
                {texts.row.found} {finding === undefined ? <code>{found}</code> : texts.row.findings[finding]}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
