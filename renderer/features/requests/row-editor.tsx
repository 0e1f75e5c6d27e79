import { List, TextCursorInput } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { VariableTextArea } from '../../ui/variables/variable-text-area.tsx';
import { canBeText, rowsOfText, textOfRows } from './bulk-rows.ts';
import { FieldTable } from './field-table.tsx';
import styles from './row-editor.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

type RowEditorProps = ComponentProps<typeof FieldTable>;

/** Rows in a table, or all at once as text. */
export function RowEditor(props: RowEditorProps) {
  const texts = useTexts(requestsTexts);
  const { label, noun, rows, onChange, lockedRow } = props;
  const words = useTexts(editingTexts).rows;
  const [text, setText] = useState<string | null>(null);
  const isText = text !== null;
  const isPossible = isText || canBeText(rows);
  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        {!isPossible && <span className={styles.hint}>{texts.rows.notText}</span>}
        <Button
          size="small"
          variant="quiet"
          icon={isText ? <List /> : <TextCursorInput />}
          isDisabled={!isPossible}
          onPress={() => {
            setText(isText ? null : textOfRows(rows));
          }}
        >
          {isText ? texts.rows.asTable : texts.rows.asText}
        </Button>
      </div>
      {isText ? (
        <div className={styles.text}>
          <VariableTextArea
            label={texts.rows.textLabel(label)}
            isMono
            rows={Math.max(6, Math.min(20, rows.length + 3))}
            placeholder={words.nouns[noun].asLines}
            // What was typed, for as long as it says what the rows say.
            value={areSame(rowsOfText(text), rows) ? text : textOfRows(rows)}
            onChange={(typed) => {
              setText(typed);
              onChange(rowsOfText(typed));
            }}
          />
          {lockedRow !== undefined && lockedRow !== null && (
            <p className={styles.hint}>{texts.rows.keyNote}</p>
          )}
        </div>
      ) : (
        <FieldTable {...props} />
      )}
    </div>
  );
}

function areSame(left: RowEditorProps['rows'], right: RowEditorProps['rows']): boolean {
  return JSON.stringify(left.map(inOrder)) === JSON.stringify(right.map(inOrder));
}

function inOrder({ name, value, isEnabled }: RowEditorProps['rows'][number]) {
  return [name, value, isEnabled];
}
