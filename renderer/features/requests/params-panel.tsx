import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import { Button } from '../../ui/button.tsx';
import { splitQuery } from './draft.ts';
import { FieldTable } from './field-table.tsx';
import styles from './panel.module.css';

interface ParamsPanelProps {
  readonly draft: RequestDraft;
  readonly unresolved: readonly string[];
  readonly onChange: (change: Partial<RequestDraft>) => void;
}

/** The query, row by row. A query that was typed into the URL is sent as typed, and can be moved here. */
export function ParamsPanel({ draft, unresolved, onChange }: ParamsPanelProps) {
  const typed = splitQuery(draft.url);
  return (
    <>
      {typed !== null && typed.params.length > 0 && (
        <div className={styles.strip}>
          <span>The URL has a query of its own. It is sent before these parameters.</span>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              onChange({ url: typed.url, params: [...typed.params, ...draft.params] });
            }}
          >
            Move it here
          </Button>
        </div>
      )}
      <FieldTable
        label="Query parameters"
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
