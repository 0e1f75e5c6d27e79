import { Trash2 } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { cellOf, EXPECTATION_KINDS, readExpectation, type ExpectationDraft } from './expectation-form.ts';
import { runSetUpTexts, type RunSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { ExpectationKind } from '../../../shared/domain/expectation-problem.ts';
import styles from './expectations-editor.module.css';
import type { PlacedRequest } from './run-places.ts';

interface ExpectationRowProps {
  readonly draft: ExpectationDraft;
  readonly index: number;
  readonly requests: readonly PlacedRequest[];
  readonly onChange: (change: Partial<ExpectationDraft>) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent, index: number, cell: 'first' | 'second') => void;
}

const ALL = 'all';

/** One expectation: of which request, and what. */
export function ExpectationRow(props: ExpectationRowProps) {
  const { draft, index, requests, onChange, onRemove, onKeyDown } = props;
  const [isTypedIn, setIsTypedIn] = useState(false);
  const problemId = useId();
  const texts = useTexts(runSetUpTexts);
  const said = texts.expectations;
  const number = index + 1;
  const { first, second } = said.kinds[draft.kind];
  const read = readExpectation(draft);
  const shown = read.kind === 'invalid' && !isTypedIn ? read.problem : null;
  const problem = shown === null ? null : said.problem(shown);
  const field = (
    cell: 'first' | 'second',
    text: { readonly label: string; readonly placeholder: string },
  ) => (
    <div
      className={styles.field}
      data-cell={`${String(index)}-${cell}`}
      data-invalid={(shown !== null && cell === cellOf(shown, draft.kind)) || undefined}
      onFocus={() => {
        setIsTypedIn(true);
      }}
      onBlur={() => {
        setIsTypedIn(false);
      }}
    >
      <TextField
        label={said.field(text.label, number)}
        isLabelHidden
        isMono
        placeholder={text.placeholder}
        value={draft[cell]}
        maxLength={isLong(draft.kind, cell) ? 4_000 : 1_000}
        onChange={(value) => {
          onChange({ [cell]: value });
        }}
        onKeyDown={(event) => {
          onKeyDown(event, index, cell);
        }}
        {...(problem === null ? {} : { 'aria-describedby': problemId })}
      />
    </div>
  );
  return (
    <li className={styles.row}>
      <Select
        label={said.request(number)}
        isLabelHidden
        options={requestOptions(requests, draft.requestId, texts)}
        value={draft.requestId === null ? ALL : `request ${draft.requestId}`}
        onChange={(id) => {
          onChange({ requestId: id === ALL ? null : id.slice('request '.length) });
        }}
      />
      <Select<ExpectationKind>
        label={said.kind(number)}
        isLabelHidden
        options={EXPECTATION_KINDS.map((id) => ({ id, label: said.kinds[id].label }))}
        value={draft.kind}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      <div className={styles.fields}>
        {field('first', first)}
        {second !== undefined && field('second', second)}
      </div>
      <IconButton label={said.remove(number)} icon={<Trash2 />} onPress={onRemove} />
      {problem !== null && (
        <p className={styles.problem} id={problemId}>
          {problem}
        </p>
      )}
    </li>
  );
}

function isLong(kind: ExpectationKind, cell: 'first' | 'second'): boolean {
  return !kind.endsWith('-regex') && (cell === 'second' || kind.startsWith('body-'));
}

function requestOptions(
  requests: readonly PlacedRequest[],
  chosen: string | null,
  { expectations }: RunSetUpTexts,
) {
  const isGone = chosen !== null && !requests.some(({ id }) => id === chosen);
  return [
    { id: ALL, label: expectations.every },
    ...requests.map(({ id, name, method }) => ({ id: `request ${id}`, label: name, description: method })),
    ...(isGone ? [{ id: `request ${chosen}`, label: expectations.gone }] : []),
  ];
}
