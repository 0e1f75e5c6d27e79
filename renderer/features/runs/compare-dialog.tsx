import { useState } from 'react';
import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './compare-dialog.module.css';
import { comparison } from './comparison.ts';
import { outcomeOf } from './run-text.ts';
import { runsTexts, type RunsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface CompareDialogProps {
  readonly run: Run;
  /** The others, those of the same place first; at least one. */
  readonly others: readonly Run[];
  readonly onClose: () => void;
}

/** Two runs side by side: counts, the median and what 95 of 100 answers took. */
export function CompareDialog({ run, others, onClose }: CompareDialogProps) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const [otherId, setOtherId] = useState(others[0]?.id ?? '');
  const other = others.find(({ id }) => id === otherId) ?? others[0];
  const times = useTimes(run.id);
  const otherTimes = useTimes(other?.id ?? run.id);
  if (other === undefined) return null;
  const environments = environmentsText(run, other, texts);
  return (
    <Dialog
      title={texts.compare.title}
      size="medium"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {texts.compare.close}
        </Button>
      }
    >
      <Select
        label={texts.compare.with}
        options={others.map((each) => ({
          id: each.id,
          label: `${each.name}, ${formats.dateTime(each.startedAt)}`,
          description: outcomeOf(each, texts).word,
        }))}
        value={other.id}
        onChange={setOtherId}
      />
      <table className={styles.table} aria-label={texts.compare.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{texts.compare.what}</VisuallyHidden>
            </th>
            <th scope="col">{texts.compare.mine}</th>
            <th scope="col">{texts.compare.other}</th>
            <th scope="col">{texts.compare.difference}</th>
          </tr>
        </thead>
        <tbody>
          {comparison({ run, times }, { run: other, times: otherTimes }, { texts, formats }).map(
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
          {texts.compare.inFlight(run.options.concurrency, other.options.concurrency)}
        </p>
      )}
      {environments !== null && <p className={styles.note}>{environments}</p>}
      <p className={styles.note}>
        {texts.compare.about(other.startedAt, formats.duration(other.durationMs))}
      </p>
    </Dialog>
  );
}

/** Where they are known and differ. */
function environmentsText(
  { environmentName: mine }: Run,
  { environmentName: theirs }: Run,
  { compare }: RunsTexts,
): string | null {
  if (mine === undefined || theirs === undefined || mine === theirs) return null;
  return compare.environments(mine, theirs);
}

function useTimes(id: string): RunTimes | null {
  const times = useCommandQuery('runs.getTimes', { id });
  return times.kind === 'loaded' ? times.value : null;
}
