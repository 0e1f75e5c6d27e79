import { useState } from 'react';
import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatDuration } from '../../ui/exchange/measures.ts';
import { formatDateTime } from '../../ui/format-time.ts';
import { Select } from '../../ui/select.tsx';
import styles from './compare-dialog.module.css';
import { comparison } from './comparison.ts';
import { outcomeOf } from './run-text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface CompareDialogProps {
  readonly run: Run;
  /** The others, those of the same place first; at least one. */
  readonly others: readonly Run[];
  readonly onClose: () => void;
}

/** Two runs side by side: counts, the median and what 95 of 100 answers took. */
export function CompareDialog({ run, others, onClose }: CompareDialogProps) {
  const [otherId, setOtherId] = useState(others[0]?.id ?? '');
  const other = others.find(({ id }) => id === otherId) ?? others[0];
  const times = useTimes(run.id);
  const otherTimes = useTimes(other?.id ?? run.id);
  if (other === undefined) return null;
  return (
    <Dialog
      title="Compare two runs"
      size="medium"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <Select
        label="Compare with"
        options={others.map((each) => ({
          id: each.id,
          label: `${each.name}, ${formatDateTime(each.startedAt)}`,
          description: outcomeOf(each).word,
        }))}
        value={other.id}
        onChange={setOtherId}
      />
      <table className={styles.table} aria-label="Comparison">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>What</VisuallyHidden>
            </th>
            <th scope="col">This run</th>
            <th scope="col">The other</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {comparison({ run, times }, { run: other, times: otherTimes }).map(
            ({ label, mine, theirs, difference, tone }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
                <td data-tone={tone}>{difference}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {run.options.concurrency !== other.options.concurrency && (
        <p className={styles.note}>
          This run had {run.options.concurrency} in flight, the other {other.options.concurrency}: their times
          say less about the server then.
        </p>
      )}
      <p className={styles.note}>
        The other run began on {formatDateTime(other.startedAt)} and took {formatDuration(other.durationMs)}.
      </p>
    </Dialog>
  );
}

function useTimes(id: string): RunTimes | null {
  const times = useCommandQuery('runs.getTimes', { id });
  return times.kind === 'loaded' ? times.value : null;
}
