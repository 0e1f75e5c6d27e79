import { Download, Ellipsis, GitCompare, RotateCcw, SlidersHorizontal, Square, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import type { CommandInput } from '../../../shared/contract/contract.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { Button } from '../../ui/button.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './run-pane.module.css';
import { outcomeOf } from './run-text.ts';
import { plural } from './setup-form.ts';

export type ExportFormat = CommandInput<'runs.export'>['format'];

export interface RunHeaderProps {
  readonly run: Run;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly isBusy: boolean;
  readonly canCompare: boolean;
  readonly onCancel: () => void;
  readonly onRunAgain: () => void;
  readonly onSetUp: () => void;
  readonly onCompare: () => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly onDelete: () => void;
}

/** What was run and when, and what can be done with it. */
export function RunHeader(props: RunHeaderProps) {
  const { run, heading, isBusy, onCancel, onRunAgain } = props;
  const { word, tone } = outcomeOf(run);
  const isRunning = run.state === 'running';
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          <bdi dir="auto">{run.name}</bdi>
          <Tag tone={tone} hasDot>
            {word}
          </Tag>
        </h2>
        <p className={styles.about}>{aboutText(run)}</p>
      </div>
      <div className={styles.actions}>
        {isRunning ? (
          // Not the same button as the one that takes its place: a second press must not run it again.
          <Button key="cancel" icon={<Square />} onPress={onCancel}>
            Cancel
          </Button>
        ) : (
          <>
            <Button icon={<RotateCcw />} isPending={isBusy} onPress={onRunAgain}>
              Run again
            </Button>
            <ExportMenu onExport={props.onExport} />
            <MoreMenu {...props} />
          </>
        )}
      </div>
    </header>
  );
}

function aboutText({ startedAt, options, dataName }: Run): string {
  const { concurrency, delayMs, iterations, stopOnError, respectRetryAfter } = options;
  return [
    formatDateTime(startedAt),
    ...(dataName === null ? (iterations > 1 ? [plural(iterations, 'iteration')] : []) : [dataName]),
    `${concurrency.toLocaleString()} in flight`,
    ...(delayMs > 0 ? [`${delayMs.toLocaleString()} ms between`] : []),
    ...(stopOnError ? ['stops at a failure'] : []),
    ...(respectRetryAfter ? ['respects Retry-After'] : []),
  ].join(' · ');
}

function ExportMenu({ onExport }: Pick<RunHeaderProps, 'onExport'>) {
  const action = (format: ExportFormat, label: string, description: string) => ({
    id: format,
    label,
    description,
    onAction: () => {
      onExport(format);
    },
  });
  return (
    <MenuButton
      label="Export"
      size="medium"
      icon={<Download />}
      actions={[
        action('junit', 'JUnit XML…', 'For continuous integration.'),
        action('json', 'JSON…', 'For a program.'),
        action('html', 'HTML…', 'One page, for a person.'),
      ]}
    />
  );
}

function MoreMenu({ canCompare, onCompare, onSetUp, onDelete }: RunHeaderProps) {
  return (
    <MenuButton
      label="More actions for this run"
      tooltip="More actions"
      size="medium"
      icon={<Ellipsis />}
      actions={[
        { id: 'set-up', label: 'Change the set-up', icon: <SlidersHorizontal />, onAction: onSetUp },
        {
          id: 'compare',
          label: 'Compare…',
          icon: <GitCompare />,
          isDisabled: !canCompare,
          description: canCompare ? undefined : 'There is no other run yet.',
          onAction: onCompare,
        },
        {
          id: 'delete',
          label: 'Delete…',
          icon: <Trash2 />,
          isDanger: true,
          startsGroup: true,
          onAction: onDelete,
        },
      ]}
    />
  );
}
