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

const FILTERS: readonly { readonly id: RowFilter; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'passed', label: 'Passed' },
  { id: 'failed', label: 'Failed' },
  { id: 'error', label: 'No answer' },
  { id: 'withheld', label: 'Key withheld' },
];

/** The requests of a run: those of one result, in some order, and one of them in full. */
export function ResultsPanel({ run }: { readonly run: Run }) {
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
          label="Results shown"
          isLabelHidden
          appearance="segmented"
          options={FILTERS.map(({ id, label }) => ({
            id,
            label: `${label} ${countOf(id, shown.totals).toLocaleString()}`,
          }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.error !== null && (
        <div className={styles.note}>
          <ErrorNote error={rows.error} actions={<Button onPress={rows.retry}>Try again</Button>} />
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
  if (filter !== 'all')
    return (
      <EmptyState icon={<ListChecks />} title="None of these">
        <p>No request of this run ended so.</p>
      </EmptyState>
    );
  return run.state === 'running' ? (
    <EmptyState icon={<ListChecks />} title="Waiting for the first answer">
      <p>Each request is listed here as soon as it has answered.</p>
    </EmptyState>
  ) : (
    <EmptyState icon={<ListChecks />} title="Nothing was sent">
      <p>The run ended before the first answer.</p>
    </EmptyState>
  );
}
