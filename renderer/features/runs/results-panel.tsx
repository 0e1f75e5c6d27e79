import { ListChecks } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Run, RunRowOrder } from '../../../shared/domain/run.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import styles from './results-panel.module.css';
import { RowDialog } from './row-dialog.tsx';
import { RowsTable } from './rows-table.tsx';
import { useRowAt } from './use-row-at.ts';
import { countOf, useRunRows, type RowFilter } from './use-run-rows.ts';
import { runsTexts, type RunsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

const filters = (texts: RunsTexts): readonly { readonly id: RowFilter; readonly label: string }[] => [
  { id: 'all', label: texts.common.all },
  { id: 'passed', label: texts.common.passed },
  { id: 'failed', label: texts.common.failed },
  { id: 'error', label: texts.common.noAnswer },
  { id: 'withheld', label: texts.common.withheld },
];

/** The requests of a run: those of one result, in some order, and one of them in full. */
export function ResultsPanel({ run }: { readonly run: Run }) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const [filter, setFilter] = useState<RowFilter>('all');
  const [order, setOrder] = useState<RunRowOrder>('first-to-last');
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  // Told many times a second; what is typed or pressed goes first.
  const shown = useDeferredValue(run);
  const rows = useRunRows(shown, filter, order);
  const count = rows.places.length;
  const open = useRowAt({ runId: run.id, filter, order, index: openIndex });
  const step = (to: number) =>
    to < 0 || to >= count
      ? null
      : () => {
          setOpenIndex(to);
        };
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <RadioGroup
          label={texts.results.shown}
          isLabelHidden
          appearance="segmented"
          options={filters(texts).map(({ id, label }) => ({
            id,
            label: `${label} ${formats.number(countOf(id, shown.totals))}`,
          }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.error !== null && (
        <div className={styles.note}>
          <ErrorNote
            error={rows.error}
            actions={<Button onPress={rows.retry}>{texts.common.tryAgain}</Button>}
          />
        </div>
      )}
      {rows.error === null && (
        <RowsTable
          key={filter}
          rows={rows}
          order={order}
          onOrderChange={setOrder}
          onOpen={setOpenIndex}
          focusRequest={null}
          empty={<NoRows run={run} filter={filter} />}
        />
      )}
      {openIndex !== null && open !== null && (
        <RowDialog
          runId={run.id}
          seq={open.seq}
          onPrevious={step(openIndex - 1)}
          onNext={step(openIndex + 1)}
          onClose={() => {
            setOpenIndex(null);
          }}
        />
      )}
    </div>
  );
}

function NoRows({ run, filter }: { readonly run: Run; readonly filter: RowFilter }) {
  const texts = useTexts(runsTexts);
  if (filter !== 'all')
    return (
      <EmptyState icon={<ListChecks />} title={texts.results.none}>
        <p>{texts.results.noneHint}</p>
      </EmptyState>
    );
  return run.state === 'running' ? (
    <EmptyState icon={<ListChecks />} title={texts.results.waiting}>
      <p>{texts.results.waitingHint}</p>
    </EmptyState>
  ) : (
    <EmptyState icon={<ListChecks />} title={texts.results.nothing}>
      <p>{texts.results.nothingHint}</p>
    </EmptyState>
  );
}
