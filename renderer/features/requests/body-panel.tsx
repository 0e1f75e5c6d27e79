import { Braces } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FieldRow, RequestBody } from '../../../shared/domain/http-request.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import { indentJson } from '../../ui/json-text.ts';
import { findJsonProblem } from '../../ui/json-validation.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './body-panel.module.css';
import { BinaryBody } from './binary-body.tsx';
import type { FileGoal } from './body-files.tsx';
import { FieldTable } from './field-table.tsx';
import { GraphqlBody } from './graphql-body.tsx';
import { JsonStatus } from './json-status.tsx';
import { MultipartTable } from './multipart-table.tsx';
import { requestsTexts, type RequestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface BodyPanelProps {
  /** Another value is another request: undo and search start anew. */
  readonly documentId: string;
  /** For which files are chosen. */
  readonly goal: FileGoal;
  readonly body: RequestBody;
  readonly isSafeMethod: boolean;
  readonly unresolved: readonly string[];
  readonly onChange: (body: RequestBody) => void;
  readonly onKindChange: (kind: RequestBody['kind']) => void;
}

const KINDS = ['none', 'json', 'xml', 'text', 'form', 'multipart', 'binary', 'graphql'] as const;

const kinds = ({ body }: RequestsTexts) => KINDS.map((id) => ({ id, label: body.kinds[id] }));

/** What a text can be beside plain: its name in files, and its content type. */
const TEXT_KINDS = ['text', 'html', 'javascript'] as const;

function isTextKind(kind: RequestBody['kind']): kind is (typeof TEXT_KINDS)[number] {
  return TEXT_KINDS.some((id) => id === kind);
}

/** What is sent in the request's body. */
export function BodyPanel(props: BodyPanelProps) {
  const texts = useTexts(requestsTexts);
  const { documentId, goal, body, isSafeMethod, unresolved, onChange, onKindChange } = props;
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const problem = useMemo(() => (body.kind === 'json' ? findJsonProblem(body.text) : null), [body]);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <RadioGroup
          label={texts.body.type}
          isLabelHidden
          appearance="segmented"
          options={
            body.kind === 'kept' ? [...kinds(texts), { id: 'kept', label: texts.body.kept }] : kinds(texts)
          }
          value={isTextKind(body.kind) ? 'text' : body.kind}
          onChange={onKindChange}
        />
        {isTextKind(body.kind) && (
          <Select
            label={texts.body.textKind}
            isLabelHidden
            size="small"
            options={TEXT_KINDS.map((id) => ({ id, label: texts.body.textKinds[id] }))}
            value={body.kind}
            onChange={onKindChange}
          />
        )}
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
              {texts.body.format}
            </Button>
          </>
        )}
        {body.kind !== 'none' && isSafeMethod && <span className={styles.hint}>{texts.body.safeMethod}</span>}
      </div>
      <div className={styles.content}>
        {body.kind === 'none' && <p className={styles.none}>{texts.body.none}</p>}
        {body.kind === 'form' && (
          <FieldTable
            label={texts.body.fields}
            noun="field"
            rows={body.fields}
            unresolved={unresolved}
            onChange={(fields: readonly FieldRow[]) => {
              onChange({ kind: 'form', fields });
            }}
          />
        )}
        {body.kind === 'multipart' && (
          <MultipartTable
            parts={body.parts}
            unresolved={unresolved}
            goal={goal}
            onChange={(parts) => {
              onChange({ kind: 'multipart', parts });
            }}
          />
        )}
        {body.kind === 'binary' && (
          <BinaryBody
            path={body.path}
            goal={goal}
            onChange={(path) => {
              onChange({ kind: 'binary', path });
            }}
          />
        )}
        {body.kind === 'graphql' && <GraphqlBody documentId={documentId} body={body} onChange={onChange} />}
        {body.kind === 'kept' && <p className={styles.none}>{texts.body.keptNote(body.mode)}</p>}
        {'text' in body && (
          <CodeEditor
            key={`${documentId}:${body.kind}`}
            label={texts.body.label}
            value={body.text}
            language={body.kind === 'javascript' ? 'text' : body.kind}
            placeholder={body.kind === 'json' ? texts.body.example : texts.body.text}
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
