import { useMemo } from 'react';
import { graphqlOperations } from '../../../shared/domain/graphql-text.ts';
import type { GraphqlBody } from '../../../shared/domain/http-request.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './graphql-body.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GraphqlOperationProps {
  readonly body: GraphqlBody;
  readonly onChange: (body: GraphqlBody) => void;
}

/** Which operation of the query is meant: to be chosen where it names several, else a name that may be left out. */
export function GraphqlOperation({ body, onChange }: GraphqlOperationProps) {
  const { graphql: texts } = useTexts(requestsTexts);
  const { query, operationName } = body;
  const { count, names } = useMemo(() => graphqlOperations(query), [query]);
  const change = (name: string) => {
    onChange({ ...body, operationName: name });
  };
  const isGone = operationName !== '' && !names.includes(operationName);
  const gone = isGone ? [{ id: operationName, label: operationName, description: texts.operationGone }] : [];
  return (
    <div className={styles.operation}>
      <span aria-hidden="true">{texts.operation}</span>
      {count > 1 && names.length > 0 ? (
        <Select
          label={texts.operationLabel}
          isLabelHidden
          size="small"
          placeholder={texts.operationChoose}
          options={[...names.map((name) => ({ id: name, label: name })), ...gone]}
          value={operationName === '' ? null : operationName}
          onChange={change}
        />
      ) : (
        <TextField
          label={texts.operationLabel}
          isLabelHidden
          data-size="small"
          placeholder={names[0] ?? texts.operationNone}
          value={operationName}
          onChange={change}
        />
      )}
    </div>
  );
}
