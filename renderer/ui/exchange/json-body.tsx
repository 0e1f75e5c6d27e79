import { useMemo, useState } from 'react';
import type { CodeMirrorControl } from '../code-mirror/code-mirror.tsx';
import { joinFound } from '../json-tree/json-filter.ts';
import { rootOf } from '../json-tree/json-nodes.ts';
import { JsonExplorer } from '../json-tree/json-explorer.tsx';
import { useJsonFilter } from '../json-tree/use-json-filter.ts';
import { TextField } from '../text-field.tsx';
import styles from './json-body.module.css';
import { TextBody } from './text-body.tsx';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface JsonBodyProps {
  readonly text: string;
  readonly view: 'pretty' | 'tree';
  readonly isWrapped: boolean;
  readonly controlRef: (control: CodeMirrorControl | null) => void;
}

/** JSON as text or as a tree, whole or what a JSONPath finds in it. */
export function JsonBody({ text, view, isWrapped, controlRef }: JsonBodyProps) {
  const texts = useTexts(exchangeTexts);
  const [expression, setExpression] = useState('');
  const filter = useJsonFilter(text, expression);
  const roots = useMemo(() => {
    if (filter.kind === 'found') return filter.nodes;
    const root = rootOf(text);
    return root === null ? [] : [{ node: root, keys: [] }];
  }, [filter, text]);
  const shown = useMemo(
    () => (filter.kind === 'found' ? joinFound(text, filter.nodes) : text),
    [filter, text],
  );
  return (
    <div className={styles.json}>
      <div className={styles.filter}>
        <TextField
          label={texts.json.filter}
          isLabelHidden
          isMono
          placeholder={texts.json.filterHint}
          value={expression}
          maxLength={2_000}
          onChange={setExpression}
          errorMessage={filter.kind === 'invalid' ? filter.text : undefined}
        />
        {filter.kind === 'found' && (
          <span className={styles.count} role="status">
            {texts.json.matches(filter.total)}
          </span>
        )}
      </div>
      <div className={styles.content}>
        {view === 'tree' ? (
          <JsonExplorer text={text} roots={roots} />
        ) : (
          <TextBody text={shown} language="json" isWrapped={isWrapped} controlRef={controlRef} />
        )}
      </div>
    </div>
  );
}
