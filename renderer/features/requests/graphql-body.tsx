import { useMemo, useState } from 'react';
import type { GraphqlBody as Body } from '../../../shared/domain/http-request.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import { findJsonProblem } from '../../ui/json-validation.ts';
import styles from './graphql-body.module.css';
import { JsonStatus } from './json-status.tsx';

interface GraphqlBodyProps {
  /** Another value is another request: undo and search start anew. */
  readonly documentId: string;
  readonly body: Body;
  readonly onChange: (body: Body) => void;
}

/** A GraphQL query beside the JSON of its variables. */
export function GraphqlBody({ documentId, body, onChange }: GraphqlBodyProps) {
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const problem = useMemo(() => findJsonProblem(body.variables), [body.variables]);
  return (
    <div className={styles.frame}>
      <div className={styles.parts}>
        <div className={styles.part}>
          <CodeEditor
            key={`${documentId}:query`}
            label="GraphQL query"
            value={body.query}
            language="text"
            placeholder={'query {\n  viewer { id }\n}'}
            onChange={(query) => {
              onChange({ ...body, query });
            }}
          />
        </div>
        <div className={styles.part}>
          <div className={styles.title}>
            Variables
            <JsonStatus problem={problem} isEmpty={body.variables.trim() === ''} control={control} />
          </div>
          <div className={styles.text}>
            <CodeEditor
              key={`${documentId}:variables`}
              label="GraphQL variables"
              value={body.variables}
              language="json"
              placeholder={'{ "id": 1 }'}
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
