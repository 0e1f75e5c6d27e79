import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import { pathVariableNames } from '../../../shared/domain/path-variables.ts';
import { Button } from '../../ui/button.tsx';
import { splitQuery } from './draft.ts';
import styles from './panel.module.css';
import { PathVariableTable } from './path-variable-table.tsx';
import { RowEditor } from './row-editor.tsx';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ParamsPanelProps {
  readonly draft: RequestDraft;
  readonly unresolved: readonly string[];
  readonly onChange: (change: Partial<RequestDraft>) => void;
}

/** The query and the variables of the path, row by row. What no row can say as it was typed stays in the URL, and can be moved here. */
export function ParamsPanel({ draft, unresolved, onChange }: ParamsPanelProps) {
  const texts = useTexts(requestsTexts);
  const typed = splitQuery(draft.url);
  const names = pathVariableNames(draft.url);
  return (
    <>
      {typed !== null && typed.params.length > 0 && (
        <div className={styles.strip}>
          <span>
            {texts.params.asTyped} <code>{typed.query}</code>
          </span>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              onChange({ url: typed.url, params: [...typed.params, ...draft.params] });
            }}
          >
            {texts.params.moveHere}
          </Button>
        </div>
      )}
      {names.length > 0 && (
        <PathVariableTable
          names={names}
          rows={draft.pathVariables}
          unresolved={unresolved}
          onChange={(pathVariables) => {
            onChange({ pathVariables });
          }}
        />
      )}
      <RowEditor
        label={texts.params.label}
        noun="parameter"
        rows={draft.params}
        unresolved={unresolved}
        onChange={(params) => {
          onChange({ params });
        }}
      />
    </>
  );
}
