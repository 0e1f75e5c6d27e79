import { useMemo, useRef, useState } from 'react';
import type { BodyPreview } from '../../../shared/domain/exchange.ts';
import { childrenOf, rootOf } from '../../../shared/domain/json-nodes.ts';
import { MAX_JSON_PATH_CHARACTERS } from '../../../shared/domain/filtered-json.ts';
import { Button } from '../button.tsx';
import type { CodeMirrorControl } from '../code-mirror/code-mirror.tsx';
import { JsonExplorer } from '../json-tree/json-explorer.tsx';
import type { FoundNode } from '../json-tree/json-rows.ts';
import { type JsonFilter, useJsonFilter } from '../json-tree/use-json-filter.ts';
import { Spinner } from '../spinner.tsx';
import { TextField } from '../text-field.tsx';
import styles from './json-body.module.css';
import { useResponseActions } from './response-actions.ts';
import { TextBody } from './text-body.tsx';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface JsonBodyProps {
  /** Of the exchange. */
  readonly id: string;
  readonly body: Extract<BodyPreview, { readonly kind: 'text' }>;
  readonly view: 'pretty' | 'tree';
  readonly isWrapped: boolean;
  readonly controlRef: (control: CodeMirrorControl | null) => void;
}

/** JSON as text or as a tree, whole or what a JSONPath finds in it. */
export function JsonBody({ id, body, view, isWrapped, controlRef }: JsonBodyProps) {
  const { text, isTruncated } = body;
  const [expression, setExpression] = useState('');
  const filter = useJsonFilter({ id, shown: isTruncated ? null : text }, expression);
  const { found } = filter;
  const shown = found?.text ?? text;
  const roots = useMemo(() => rootsOf(found, text), [found, text]);
  const actions = useResponseActions();
  return (
    <div className={styles.json}>
      {actions !== null && <FilterBar filter={filter} expression={expression} onChange={setExpression} />}
      <div className={styles.content}>
        {view === 'tree' ? (
          <JsonExplorer text={shown} roots={roots} />
        ) : (
          <TextBody text={shown} language="json" isWrapped={isWrapped} controlRef={controlRef} />
        )}
      </div>
    </div>
  );
}

/** The whole, or each of the values that were found. */
function rootsOf(found: JsonFilter['found'], text: string): readonly FoundNode[] {
  const root = rootOf(found?.text ?? text);
  if (root === null) return [];
  if (found === null) return [{ node: root, keys: [] }];
  return childrenOf(found.text, root).map((node, index) => ({ node, keys: found.locations[index] ?? [] }));
}

interface FilterBarProps {
  readonly filter: JsonFilter;
  readonly expression: string;
  readonly onChange: (expression: string) => void;
}

function FilterBar({ filter, expression, onChange }: FilterBarProps) {
  const { json: texts } = useTexts(exchangeTexts);
  const { found, isSlow, problem } = filter;
  const field = useRef<HTMLDivElement>(null);
  const cancel = () => {
    filter.cancel();
    // The button goes away.
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div
      className={styles.filter}
      ref={field}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isSlow) filter.again();
        if (event.key !== 'Escape' || !isSlow) return;
        event.stopPropagation();
        cancel();
      }}
    >
      <TextField
        label={texts.filter}
        isLabelHidden
        isMono
        placeholder={texts.filterHint}
        value={expression}
        maxLength={MAX_JSON_PATH_CHARACTERS}
        onChange={onChange}
        errorMessage={isSlow ? undefined : problem}
      />
      <span className={styles.state}>
        <span className={styles.count} role="status">
          {isSlow ? (
            <>
              <Spinner /> {texts.filtering}
            </>
          ) : (
            found !== null && texts.found(found.locations.length, found.total)
          )}
        </span>
        {isSlow && (
          <Button size="small" variant="quiet" onPress={cancel}>
            {texts.cancel}
          </Button>
        )}
      </span>
    </div>
  );
}
