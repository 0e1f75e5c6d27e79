import { Play } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { ErrorWords } from '../../../shared/texts/speech.ts';
import type { Collection } from '../../../shared/domain/collection.ts';
import { selected } from '../../../shared/domain/run-selection.ts';
import { MAX_RUN_REQUESTS, type RunPlace, type RunSetup } from '../../../shared/domain/run.ts';
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
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useErrorWords, useFormats, useTexts } from '../../language/speech-context.ts';
import { requestsOfPlace, type PlacedRequest } from './run-places.ts';
import {
  hasInvalidExpectation,
  plannedCount,
  setupOf,
  type DataFile,
  type SetupDraft,
} from './setup-form.ts';
import { SelectionSection } from './selection-section.tsx';
import styles from './setup-pane.module.css';
import { useRunEnvironment } from './use-run-environment.ts';
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
  const texts = useTexts(runSetUpTexts);
  const formats = useFormats();
  const wordsOf = useErrorWords();
  const state = useCommandQuery('app.getState', {});
  const modifier = state.kind === 'loaded' && state.value.platform === 'darwin' ? '⌘' : 'Ctrl';
  const [isAttempted, setIsAttempted] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const environment = useRunEnvironment(draft.environment);
  const requests = useMemo(() => requestsOfPlace(collection, place), [collection, place]);
  const sentCount = useSentCount(requests, draft);
  const planned = plannedCount(sentCount, draft, data);
  const roundsText = data === null ? texts.iterations : texts.dataRows;
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
    if (requests === null) return texts.start.folderGone;
    if (requests.length === 0) return texts.start.nothing;
    if (sentCount === 0) return texts.start.noneChosen;
    if (environment.isGone) return texts.start.environmentGone;
    if (setupOf(draft) === null) return texts.start.number;
    if (hasInvalidExpectation(draft)) return texts.start.expectation;
    if (data === null && draft.dataName !== null) return texts.start.dataAgain(draft.dataName);
    return planned?.isTooMany === true ? texts.start.tooMany(MAX_RUN_REQUESTS) : null;
  }

  return (
    // The keys are those of the fields in it, which keep what they handle to themselves.
    <div ref={form} className={styles.pane} role="form" aria-label={texts.title} onKeyDownCapture={onKeyDown}>
      <div className={styles.scroller}>
        <PlaceFields
          collections={collections}
          collection={collection}
          place={place}
          environment={environment}
          onChange={props.onPlaceChange}
          onEnvironmentChange={(next) => {
            change({ environment: next });
          }}
        />
        {requests !== null && requests.length > 0 && (
          <SelectionSection
            requests={requests}
            selection={draft.selection}
            onChange={(selection) => {
              change({ selection });
            }}
          />
        )}
        <Section title={texts.how}>
          <OptionFields draft={draft} rowCount={data?.rowCount ?? null} onChange={change} />
        </Section>
        <Section title={texts.data.title} description={texts.data.description}>
          <DataFileField
            data={data}
            lastName={draft.dataName}
            onChange={(next) => {
              props.onDataChange(next);
              change({ dataName: next?.name ?? null });
            }}
          />
        </Section>
        <Section title={texts.expectations.title} description={texts.expectations.description}>
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
              {texts.start.sends} <strong>{formats.number(planned.count)}</strong>{' '}
              {texts.start.requestWord(planned.count)}
              {planned.rounds !== 1 && (
                <span className={styles.how}>
                  {' '}
                  ({texts.requests(planned.requests)} × {roundsText(planned.rounds)})
                </span>
              )}
            </p>
          )}
          {isAttempted && problem !== null && <p className={styles.problem}>{problem}</p>}
          {props.startError !== null && (
            <p className={styles.problem}>{errorText(wordsOf(props.startError))}</p>
          )}
        </div>
        <Button variant="primary" icon={<Play />} isPending={isStarting} onPress={start}>
          {texts.start.start}
        </Button>
        <span className={styles.keys} aria-hidden="true">
          <Kbd>{modifier} ↵</Kbd>
        </span>
      </footer>
    </div>
  );
}

/** How many of the place's requests are sent. */
function useSentCount(requests: readonly PlacedRequest[] | null, { selection }: SetupDraft): number {
  return useMemo(() => {
    const there = (requests ?? []).map(({ id }) => id);
    return selected(there, selection).length;
  }, [requests, selection]);
}

function errorText({ message, remedy }: ErrorWords): string {
  return [message, remedy].filter((text) => text !== '').join(' ');
}
