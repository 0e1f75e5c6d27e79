import { Download, Ellipsis, GitCompare, RotateCcw, SlidersHorizontal, Square, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import type { CommandInput } from '../../../shared/contract/contract.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './run-pane.module.css';
import { outcomeOf, type RunWords } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

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
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  const { word, tone } = outcomeOf(run, texts);
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
        <p className={styles.about}>{aboutText(run, { texts, formats })}</p>
      </div>
      <div className={styles.actions}>
        {isRunning ? (
          // Not the same button as the one that takes its place: a second press must not run it again.
          <Button key="cancel" icon={<Square />} onPress={onCancel}>
            {texts.header.cancel}
          </Button>
        ) : (
          <>
            <Button icon={<RotateCcw />} isPending={isBusy} onPress={onRunAgain}>
              {texts.header.again}
            </Button>
            <ExportMenu onExport={props.onExport} />
            <MoreMenu {...props} />
          </>
        )}
      </div>
    </header>
  );
}

function aboutText(
  { startedAt, options, dataName, environmentName, share }: Run,
  { texts, formats }: RunWords,
): string {
  const { concurrency, delayMs, iterations, stopOnError, respectRetryAfter } = options;
  return [
    formats.dateTime(startedAt),
    ...(dataName === null ? (iterations > 1 ? [texts.header.iterations(iterations)] : []) : [dataName]),
    ...(share === undefined ? [] : [texts.header.share(share.requests, share.of)]),
    ...(typeof environmentName !== 'string' ? [] : [texts.header.environment(environmentName)]),
    texts.header.inFlight(concurrency),
    ...(delayMs > 0 ? [texts.header.between(delayMs)] : []),
    ...(stopOnError ? [texts.header.stops] : []),
    ...(respectRetryAfter ? [texts.header.retryAfter] : []),
  ].join(' · ');
}

function ExportMenu({ onExport }: Pick<RunHeaderProps, 'onExport'>) {
  const texts = useTexts(runsTexts);
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
      label={texts.header.export}
      size="medium"
      icon={<Download />}
      actions={[
        action('junit', texts.header.junit, texts.header.junitHint),
        action('json', texts.header.json, texts.header.jsonHint),
        action('html', texts.header.html, texts.header.htmlHint),
      ]}
    />
  );
}

function MoreMenu({ canCompare, onCompare, onSetUp, onDelete }: RunHeaderProps) {
  const texts = useTexts(runsTexts);
  return (
    <MenuButton
      label={texts.header.more}
      tooltip={texts.header.moreShort}
      size="medium"
      icon={<Ellipsis />}
      actions={[
        { id: 'set-up', label: texts.header.setUp, icon: <SlidersHorizontal />, onAction: onSetUp },
        {
          id: 'compare',
          label: texts.header.compare,
          icon: <GitCompare />,
          isDisabled: !canCompare,
          description: canCompare ? undefined : texts.header.noOther,
          onAction: onCompare,
        },
        {
          id: 'delete',
          label: texts.header.delete,
          icon: <Trash2 />,
          isDanger: true,
          startsGroup: true,
          onAction: onDelete,
        },
      ]}
    />
  );
}
