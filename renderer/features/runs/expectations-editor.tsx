import { Plus } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { readExpectation, type ExpectationDraft } from './expectation-form.ts';
import { ExpectationRow } from './expectation-row.tsx';
import styles from './expectations-editor.module.css';
import type { PlacedRequest } from './run-places.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ExpectationsEditorProps {
  readonly expectations: readonly ExpectationDraft[];
  readonly requests: readonly PlacedRequest[];
  readonly onChange: (expectations: readonly ExpectationDraft[]) => void;
}

type Cell = 'first' | 'second';

/**
 * What is expected of the answers, a row each. Enter goes on to the next field and, from the last one, to a new row; arrows go up and
 * down; Backspace in an empty row removes it.
 */
export function ExpectationsEditor({ expectations, requests, onChange }: ExpectationsEditorProps) {
  const texts = useTexts(runsTexts);
  const list = useRef<HTMLUListElement>(null);
  const focus = (index: number, cell: Cell): boolean => {
    const field = list.current?.querySelector<HTMLElement>(`[data-cell="${String(index)}-${cell}"] input`);
    field?.focus();
    return field !== undefined && field !== null;
  };
  const put = (next: readonly ExpectationDraft[], index: number) => {
    // What gets the focus must be there before it does, and what had it may go.
    flushSync(() => {
      onChange(next);
    });
    if (!focus(Math.min(index, next.length - 1), 'first'))
      addButton.current?.querySelector('button')?.focus();
  };
  const addButton = useRef<HTMLDivElement>(null);
  const add = () => {
    put([...expectations, nextDraft(expectations)], expectations.length);
  };
  const remove = (index: number) => {
    put(
      expectations.filter((_each, at) => at !== index),
      index,
    );
  };
  const onKeyDown = (event: KeyboardEvent, index: number, cell: Cell) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const draft = expectations[index];
    if (draft === undefined) return;
    if (event.key === 'Enter') {
      const goesOn = (cell === 'first' && focus(index, 'second')) || focus(index + 1, 'first');
      if (!goesOn && readExpectation(draft).kind !== 'empty') add();
    } else if (event.key === 'ArrowDown') focus(index + 1, cell);
    else if (event.key === 'ArrowUp') focus(index - 1, cell);
    else if (event.key === 'Backspace' && readExpectation(draft).kind === 'empty' && draft.first === '')
      remove(index);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.editor}>
      {expectations.length > 0 && (
        <ul ref={list} className={styles.rows} aria-label={texts.common.expectations}>
          {expectations.map((draft, index) => (
            <ExpectationRow
              key={draft.id}
              draft={draft}
              index={index}
              requests={requests}
              onChange={(change) => {
                onChange(expectations.map((each) => (each.id === draft.id ? { ...each, ...change } : each)));
              }}
              onRemove={() => {
                remove(index);
              }}
              onKeyDown={onKeyDown}
            />
          ))}
        </ul>
      )}
      <div ref={addButton}>
        <Button icon={<Plus />} onPress={add}>
          {texts.setUp.addExpectation}
        </Button>
      </div>
    </div>
  );
}

/** The first one is the one that most have; the next ones are like the one above. */
function nextDraft(expectations: readonly ExpectationDraft[]): ExpectationDraft {
  const last = expectations.at(-1);
  const id = 1 + Math.max(-1, ...expectations.map((each) => each.id));
  if (last === undefined) return { id, requestId: null, kind: 'status', first: '200', second: '' };
  const kind = last.kind === 'status' || last.kind === 'status-class' ? 'json-path-equals' : last.kind;
  return { id, requestId: last.requestId, kind, first: '', second: '' };
}
