import { Trash2 } from 'lucide-react';
import type { KnownVariable, VariableSource } from '../../../shared/domain/environment.ts';
import { KEEP_SOURCES, type KeepRow } from '../../../shared/domain/kept-value.ts';
import { stepsOf } from '../../../shared/domain/singular-path.ts';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RowText } from '../../ui/rows/row-text.tsx';
import { RowsTable, type RowAt } from '../../ui/rows/rows-table.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { useKnownVariables, valueText } from '../../ui/variables/known-variables.ts';
import styles from './keep-panel.module.css';

interface KeepPanelProps {
  readonly rows: readonly KeepRow[];
  readonly collectionId: string | null;
  /** Where the request goes; `null` while that is not known. */
  readonly origin: string | null;
  readonly onChange: (rows: readonly KeepRow[]) => void;
}

const EMPTY_KEEP: KeepRow = { name: '', from: 'json-path', at: '', isHidden: false, isEnabled: true };

/** What is kept of the answer for the requests that follow, and what is kept in the collection now. */
export function KeepPanel({ rows, collectionId, origin, onChange }: KeepPanelProps) {
  const texts = useTexts(requestsTexts).keep;
  const { rows: words } = useTexts(editingTexts);
  return (
    <>
      <RowsTable
        label={texts.label}
        noun="keptValue"
        verb="keep"
        rows={rows}
        columns={[
          {
            id: 'name',
            label: texts.variable,
            width: '26%',
            cell: (row, at) => (
              <RowText
                field={at.field('name')}
                label={words.of(texts.variable, at.which)}
                placeholder={at.isNew ? words.nouns.keptValue.add : ''}
                value={row.name}
                onValueChange={(name) => {
                  at.change({ ...row, name });
                }}
              />
            ),
          },
          {
            id: 'from',
            label: texts.from,
            width: '9rem',
            cell: (row, at) => <KeepFrom row={row} at={at} />,
          },
          { id: 'at', label: texts.at, cell: (row, at) => <KeepAt row={row} at={at} /> },
          {
            id: 'secret',
            label: texts.secret,
            width: '5rem',
            cell: (row, at) => (
              <div className={styles.secret}>
                <Checkbox
                  label={words.of(texts.secret, at.which)}
                  isLabelHidden
                  isSelected={row.isHidden}
                  onChange={(isHidden) => {
                    at.change({ ...row, isHidden });
                  }}
                />
              </div>
            ),
          },
        ]}
        added={{ row: EMPTY_KEEP, isEmpty: ({ name, at }) => name === '' && at === '' }}
        onChange={onChange}
      />
      <p className={styles.note}>{texts.note}</p>
      <KeptNow collectionId={collectionId} origin={origin} />
    </>
  );
}

interface CellProps {
  readonly row: KeepRow;
  readonly at: RowAt<KeepRow>;
}

function KeepFrom({ row, at }: CellProps) {
  const texts = useTexts(requestsTexts).keep;
  const { rows: words } = useTexts(editingTexts);
  return (
    <div className={styles.from}>
      <Select
        label={words.of(texts.from, at.which)}
        isLabelHidden
        size="small"
        options={KEEP_SOURCES.map((id) => ({ id, label: texts.sources[id] }))}
        value={row.from}
        onChange={(from) => {
          at.change({ ...row, from });
        }}
      />
    </div>
  );
}

function KeepAt({ row, at }: CellProps) {
  const texts = useTexts(requestsTexts).keep;
  const { rows: words } = useTexts(editingTexts);
  if (row.from === 'status') return null;
  const isWrong = row.from === 'json-path' && row.at !== '' && stepsOf(row.at) === null;
  return (
    <RowText
      field={at.field('at')}
      label={words.of(texts.at, at.which)}
      placeholder={row.from === 'header' ? texts.exampleHeader : texts.examplePath}
      value={row.at}
      aria-invalid={isWrong || undefined}
      data-unresolved={isWrong || undefined}
      title={isWrong ? texts.wrongPath : undefined}
      onValueChange={(path) => {
        at.change({ ...row, at: path });
      }}
    />
  );
}

type AnswerSource = Extract<VariableSource, { kind: 'answer' }>;

interface KeptVariable extends KnownVariable {
  readonly source: AnswerSource;
}

function isKept(variable: KnownVariable): variable is KeptVariable {
  return variable.source.kind === 'answer';
}

/** The values of answers that the collection's requests may use now. */
function KeptNow({ collectionId, origin }: Pick<KeepPanelProps, 'collectionId' | 'origin'>) {
  const texts = useTexts(requestsTexts).keep;
  const { variables: words } = useTexts(editingTexts);
  const wordsOf = useErrorWords();
  const kept = (useKnownVariables() ?? []).filter(isKept);
  const clear = useCommand('variables.clearKept');
  const allow = useCommand('variables.allowKept');
  const toast = useToast();
  if (kept.length === 0) return <p className={styles.note}>{texts.none}</p>;
  const ask = async (name: string, to: string): Promise<void> => {
    const result = await allow.run({ collectionId, name, origin: to });
    if (!result.ok && result.error.code !== 'cancelled') toast.showError(result.error);
  };
  return (
    <section className={styles.kept} aria-label={texts.now}>
      <div className={styles.head}>
        <h3 className={styles.title}>{texts.now}</h3>
        <Button size="small" variant="quiet" onPress={() => void clear.run({ collectionId, name: null })}>
          {texts.forgetAll}
        </Button>
      </div>
      <ul className={styles.list}>
        {kept.map((variable) => (
          <li key={variable.name} className={styles.item}>
            <code className={styles.name}>{variable.name}</code>
            <span className={styles.value} data-problem={variable.problem !== null || undefined}>
              {variable.isHidden && variable.problem === null
                ? texts.secretTo(variable.source.origins)
                : valueText(variable, { texts: words, wordsOf })}
              <span className={styles.source}>{words.source(variable.source)}</span>
            </span>
            {variable.isHidden && origin !== null && !variable.source.origins.includes(origin) && (
              <Button size="small" onPress={() => void ask(variable.name, origin)}>
                {texts.allow(origin)}
              </Button>
            )}
            <IconButton
              label={texts.forget(variable.name)}
              icon={<Trash2 />}
              size="small"
              onPress={() => void clear.run({ collectionId, name: variable.name })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
