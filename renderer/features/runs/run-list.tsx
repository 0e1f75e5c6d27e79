import { useId, type KeyboardEvent } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './run-list.module.css';
import { elapsedMs, outcomeOf } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface RunListProps {
  readonly runs: readonly Run[];
  /** `null`: a set-up is shown. */
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

/** The runs that are kept, the newest first. Arrows choose, Delete deletes. */
export function RunList({ runs, selectedId, onSelect, onDelete }: RunListProps) {
  const texts = useTexts(runsTexts);
  const id = useId();
  const at = runs.findIndex((run) => run.id === selectedId);
  const select = (run: Run | undefined) => {
    if (run !== undefined) onSelect(run.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') select(runs[at + 1]);
    else if (event.key === 'ArrowUp') select(runs[Math.max(0, at - 1)]);
    else if (event.key === 'Home' || (event.key === 'Enter' && at === -1)) select(runs[0]);
    else if (event.key === 'End') select(runs.at(-1));
    else if (event.key === 'Delete' && selectedId !== null) onDelete(selectedId);
    else return;
    event.preventDefault();
  };
  if (runs.length === 0) {
    return <p className={styles.none}>{texts.list.empty}</p>;
  }
  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label={texts.common.title}
      tabIndex={0}
      aria-activedescendant={at === -1 ? undefined : `${id}-${String(at)}`}
      onKeyDown={onKeyDown}
    >
      {runs.map((run, index) => (
        <RunItem
          key={run.id}
          id={`${id}-${String(index)}`}
          run={run}
          isSelected={run.id === selectedId}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

interface RunItemProps {
  readonly id: string;
  readonly run: Run;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}

function RunItem({ id, run, isSelected, onSelect }: RunItemProps) {
  const formats = useFormats();
  const texts = useTexts(runsTexts);
  const now = useNow(run.state === 'running' ? 1_000 : 30_000);
  const { word, tone } = outcomeOf(run, texts);
  const { totals, planned } = run;
  const count = totals.done === planned ? formats.number(planned) : texts.list.doneOf(totals.done, planned);
  return (
    <div
      id={id}
      className={styles.item}
      role="option"
      aria-selected={isSelected}
      onClick={() => {
        onSelect(run.id);
      }}
    >
      <div className={styles.line}>
        <bdi className={styles.name} dir="auto" title={run.name}>
          {run.name}
        </bdi>
        <Tag tone={tone} hasDot isPlain={tone === 'good'}>
          {word}
        </Tag>
      </div>
      <div className={styles.more}>
        <span>{formats.relative(run.startedAt, now)}</span>
        <span>{count}</span>
        <span>{formats.duration(elapsedMs(run, now))}</span>
      </div>
    </div>
  );
}
