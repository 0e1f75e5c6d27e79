import { Play } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Collection } from '../../../shared/domain/collection.ts';
import type { RunPlace, RunSetup } from '../../../shared/domain/run.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { isCommand } from '../../ui/command-key.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Section } from '../../ui/section.tsx';
import { DataFileField } from './data-file-field.tsx';
import { ExpectationsEditor } from './expectations-editor.tsx';
import { OptionFields } from './option-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { requestsOfPlace } from './run-places.ts';
import { hasInvalidExpectation, plannedCount, setupOf, type DataFile } from './setup-form.ts';
import styles from './setup-pane.module.css';
import type { SetupState } from './use-setup.ts';

interface SetupPaneProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
  readonly place: RunPlace;
  readonly setup: Extract<SetupState, { readonly kind: 'loaded' }>;
  /** Why the last change is not kept. */
  readonly saveError: AppError | null;
  readonly data: DataFile | null;
  readonly isStarting: boolean;
  readonly startError: AppError | null;
  readonly onPlaceChange: (place: RunPlace) => void;
  readonly onDataChange: (data: DataFile | null) => void;
  readonly onStart: (setup: RunSetup) => void;
}

/** What is run, and how; Ctrl/Cmd+Enter starts it. */
export function SetupPane(props: SetupPaneProps) {
  const { collections, collection, place, setup, data, isStarting, onStart } = props;
  const { draft, change } = setup;
  const state = useCommandQuery('app.getState', {});
  const modifier = state.kind === 'loaded' && state.value.platform === 'darwin' ? '⌘' : 'Ctrl';
  const [isAttempted, setIsAttempted] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const requests = requestsOfPlace(collection, place);
  const planned = plannedCount(requests?.length ?? 0, draft, data);
  const problem = startProblem();
  const start = () => {
    const ready = setupOf(draft);
    setIsAttempted(true);
    if (problem === null && ready !== null) onStart({ ...ready, dataName: data?.name ?? null });
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !isCommand(event)) return;
    event.preventDefault();
    if (!isStarting) start();
  };

  function startProblem(): string | null {
    if (requests === null) return 'This folder is not in its collection any more. Choose another one.';
    if (requests.length === 0)
      return 'There is no request in it. Add some in Requests, or choose another one.';
    if (setupOf(draft) === null) return 'One of the numbers cannot be taken.';
    if (hasInvalidExpectation(draft)) return 'One of the expectations is not finished.';
    if (data === null && draft.dataName !== null) return `Choose ${draft.dataName} again, or run without it.`;
    return planned?.isTooMany === true ? 'More than 100,000 requests are not sent in one run.' : null;
  }

  return (
    // The keys are those of the fields in it, which keep what they handle to themselves.
    <div
      ref={form}
      className={styles.pane}
      role="form"
      aria-label="Set up a run"
      onKeyDownCapture={onKeyDown}
    >
      <div className={styles.scroller}>
        <PlaceFields
          collections={collections}
          collection={collection}
          place={place}
          onChange={props.onPlaceChange}
        />
        <Section title="How">
          <OptionFields draft={draft} rowCount={data?.rowCount ?? null} onChange={change} />
        </Section>
        <Section
          title="Data file"
          description="Its rows give variables their values: all requests are sent once for each row."
        >
          <DataFileField
            data={data}
            lastName={draft.dataName}
            onChange={(next) => {
              props.onDataChange(next);
              change({ dataName: next?.name ?? null });
            }}
          />
        </Section>
        <Section
          title="Expectations"
          description="What answers are measured by. Without any, each answer passes, whatever its status."
        >
          <ExpectationsEditor
            expectations={draft.expectations}
            requests={requests ?? []}
            onChange={(expectations) => {
              change({ expectations });
            }}
          />
          {props.saveError !== null && <ErrorNote error={props.saveError} />}
        </Section>
      </div>
      <footer className={styles.footer}>
        <div className={styles.planned} role="status">
          {planned !== null && (
            <p>
              Sends <strong>{planned.count.toLocaleString()}</strong>{' '}
              {planned.count === 1 ? 'request' : 'requests'}
              {planned.text.includes('×') && <span className={styles.how}> ({planned.text})</span>}
            </p>
          )}
          {isAttempted && problem !== null && <p className={styles.problem}>{problem}</p>}
          {props.startError !== null && <p className={styles.problem}>{errorText(props.startError)}</p>}
        </div>
        <Button variant="primary" icon={<Play />} isPending={isStarting} onPress={start}>
          Start run
        </Button>
        <span className={styles.keys} aria-hidden="true">
          <Kbd>{modifier} ↵</Kbd>
        </span>
      </footer>
    </div>
  );
}

function errorText({ message, remedy }: AppError): string {
  return [message, remedy].filter((text) => text !== '').join(' ');
}
