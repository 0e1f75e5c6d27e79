import { useMemo, useState } from 'react';
import type { GraphqlBody as Body } from '../../../shared/domain/http-request.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import { findJsonProblem } from '../../ui/json-validation.ts';
import styles from './graphql-body.module.css';
import { GraphqlOperation } from './graphql-operation.tsx';
import { JsonStatus } from './json-status.tsx';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GraphqlBodyProps {
  /** Another value is another request: undo and search start anew. */
  readonly documentId: string;
  readonly body: Body;
  readonly onChange: (body: Body) => void;
}

/** A GraphQL query beside the JSON of its variables. */
export function GraphqlBody({ documentId, body, onChange }: GraphqlBodyProps) {
  const texts = useTexts(requestsTexts);
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const problem = useMemo(() => findJsonProblem(body.variables), [body.variables]);
  return (
    <div className={styles.frame}>
      <div className={styles.parts}>
        <div className={styles.part}>
          <CodeEditor
            key={`${documentId}:query`}
            label={texts.graphql.query}
            value={body.query}
            language="text"
            placeholder={texts.graphql.queryExample}
            onChange={(query) => {
              onChange({ ...body, query });
            }}
          />
        </div>
        <div className={styles.part}>
          <GraphqlOperation body={body} onChange={onChange} />
          <div className={styles.title}>
            {texts.graphql.variables}
            <JsonStatus problem={problem} isEmpty={body.variables.trim() === ''} control={control} />
          </div>
          <div className={styles.text}>
            <CodeEditor
              key={`${documentId}:variables`}
              label={texts.graphql.variablesLabel}
              value={body.variables}
              language="json"
              placeholder={texts.graphql.variablesExample}
              problemAt={problem?.position ?? null}
              controlRef={setControl}
              onChange={(variables) => {
                onChange({ ...body, variables });
              }}
            />
          </div>
        </div>
      </div>
    </div>
  );
}
