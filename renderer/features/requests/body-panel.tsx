import { Braces } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FieldRow, RequestBody } from '../../../shared/domain/http-request.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import { indentJson } from '../../ui/json-text.ts';
import { findJsonProblem, type JsonProblem } from '../../ui/json-validation.ts';
import { Link } from '../../ui/link.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import styles from './body-panel.module.css';
import { FieldTable } from './field-table.tsx';

interface BodyPanelProps {
  /** Another value is another request: undo and search start anew. */
  readonly documentId: string;
  readonly body: RequestBody;
  readonly isSafeMethod: boolean;
  readonly unresolved: readonly string[];
  readonly onChange: (body: RequestBody) => void;
  readonly onKindChange: (kind: RequestBody['kind']) => void;
}

const KINDS = [
  { id: 'none', label: 'None' },
  { id: 'json', label: 'JSON' },
  { id: 'xml', label: 'XML' },
  { id: 'text', label: 'Text' },
  { id: 'form', label: 'Form' },
] as const satisfies readonly { readonly id: RequestBody['kind']; readonly label: string }[];

/** Bodies that a collection's file may hold and that Keyfob does not send. */
const KEPT: Partial<Record<RequestBody['kind'], string>> = {
  multipart: 'a multipart form',
  binary: 'a file',
  kept: 'a kind that Keyfob does not know',
};

/** What is sent in the request's body. */
export function BodyPanel(props: BodyPanelProps) {
  const { documentId, body, isSafeMethod, unresolved, onChange, onKindChange } = props;
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const problem = useMemo(() => (body.kind === 'json' ? findJsonProblem(body.text) : null), [body]);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <RadioGroup
          label="Body type"
          isLabelHidden
          appearance="segmented"
          options={
            KEPT[body.kind] === undefined ? KINDS : [...KINDS, { id: body.kind, label: 'As in the file' }]
          }
          value={body.kind}
          onChange={onKindChange}
        />
        {body.kind === 'json' && (
          <>
            <JsonStatus problem={problem} isEmpty={body.text.trim() === ''} control={control} />
            <Button
              size="small"
              variant="quiet"
              icon={<Braces />}
              isDisabled={problem !== null || body.text.trim() === ''}
              onPress={() => {
                onChange({ kind: 'json', text: indentJson(body.text) });
              }}
            >
              Format
            </Button>
          </>
        )}
        {body.kind !== 'none' && isSafeMethod && (
          <span className={styles.hint}>Servers rarely read a body with this method.</span>
        )}
      </div>
      <div className={styles.content}>
        {body.kind === 'none' && <p className={styles.none}>This request has no body.</p>}
        {body.kind === 'form' && (
          <FieldTable
            label="Form fields"
            noun="field"
            rows={body.fields}
            unresolved={unresolved}
            onChange={(fields: readonly FieldRow[]) => {
              onChange({ kind: 'form', fields });
            }}
          />
        )}
        {KEPT[body.kind] !== undefined && (
          <p className={styles.none}>
            This body is {KEPT[body.kind]}. It stays as it is in its file; Keyfob cannot send it.
          </p>
        )}
        {'text' in body && (
          <CodeEditor
            key={`${documentId}:${body.kind}`}
            label="Request body"
            value={body.text}
            language={body.kind}
            placeholder={body.kind === 'json' ? '{ "name": "value" }' : 'Text'}
            problemAt={problem?.position ?? null}
            controlRef={setControl}
            onChange={(text) => {
              onChange({ kind: body.kind, text });
            }}
          />
        )}
      </div>
    </div>
  );
}

interface JsonStatusProps {
  readonly problem: JsonProblem | null;
  readonly isEmpty: boolean;
  readonly control: CodeMirrorControl | null;
}

function JsonStatus({ problem, isEmpty, control }: JsonStatusProps) {
  if (problem === null) return <span className={styles.status}>{isEmpty ? '' : 'Valid JSON'}</span>;
  return (
    <span className={styles.status} data-invalid role="status">
      <Link onPress={() => control?.goTo(problem.position)}>
        Line {problem.line}, column {problem.column}
      </Link>
      : {problem.message}
    </span>
  );
}
