import { ChevronDown, ChevronUp } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { CopyButton } from '../copy-button.tsx';
import { useResponseActions } from '../exchange/response-actions.ts';
import { IconButton } from '../icon-button.tsx';
import { SearchField } from '../search-field.tsx';
import styles from './json-explorer.module.css';
import { jsonPathOf } from './json-path.ts';
import { childrenIn, jsonRows, openAtFirst, type FoundNode, type JsonRow } from './json-rows.ts';
import { MAX_JSON_MATCHES, searchJson } from './json-search.ts';
import { JsonTree } from './json-tree.tsx';
import { copiedValue } from './json-tree-row.tsx';
import { exchangeTexts, type ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface JsonExplorerProps {
  readonly text: string;
  readonly roots: readonly FoundNode[];
}

/** JSON as a tree with a search, and ways to copy a value or its path. */
export function JsonExplorer({ text, roots }: JsonExplorerProps) {
  const texts = useTexts(exchangeTexts);
  const actions = useResponseActions();
  const children = useMemo(() => childrenIn(text), [text]);
  // What a person folds and unfolds belongs to these roots: others start anew.
  const [folding, setFolding] = useState({ roots, open: openAtFirst(roots, children) });
  const open = folding.roots === roots ? folding.open : openAtFirst(roots, children);
  const [selected, setSelected] = useState<number | null>(null);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const matches = useMemo(() => searchJson(text, wanted), [text, wanted]);
  const marked = useMemo(() => new Set(matches.map(({ start }) => start)), [matches]);
  const rows = useMemo(() => jsonRows(roots, open, children), [roots, open, children]);
  const row = rows.find(({ node }) => node.start === selected);
  const setOpen = (next: ReadonlySet<number>) => {
    setFolding({ roots, open: next });
  };
  const toggle = ({ node, isOpen }: JsonRow) => {
    if (isOpen === null) return;
    const next = new Set(open);
    if (isOpen) next.delete(node.start);
    else next.add(node.start);
    setOpen(next);
  };
  const step = (by: 1 | -1) => {
    const at = matches.findIndex(({ start }) => start === selected);
    const next =
      matches[at === -1 ? (by === 1 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length];
    if (next === undefined) return;
    setOpen(new Set([...open, ...next.ancestors]));
    setSelected(next.start);
  };
  return (
    <div className={styles.explorer}>
      <div className={styles.bar}>
        <div
          className={styles.search}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          }}
        >
          <SearchField label={texts.json.search} value={search} onChange={setSearch} />
        </div>
        {wanted !== '' && (
          <>
            <span className={styles.count} role="status">
              {describeMatches(
                matches.length,
                matches.findIndex(({ start }) => start === selected),
                texts,
              )}
            </span>
            <IconButton
              label={texts.json.previous}
              icon={<ChevronUp />}
              size="small"
              onPress={() => {
                step(-1);
              }}
            />
            <IconButton
              label={texts.json.next}
              icon={<ChevronDown />}
              size="small"
              onPress={() => {
                step(1);
              }}
            />
          </>
        )}
        {actions !== null && (
          <span className={styles.copy}>
            <CopyButton
              size="small"
              variant="quiet"
              label={texts.json.copyValue}
              isDisabled={row === undefined}
              onCopy={() =>
                row === undefined ? Promise.resolve(false) : actions.copyText(copiedValue(text, row.node))
              }
            />
            <CopyButton
              size="small"
              variant="quiet"
              label={texts.json.copyPath}
              isDisabled={row === undefined}
              onCopy={() =>
                row === undefined ? Promise.resolve(false) : actions.copyText(jsonPathOf(row.keys))
              }
            />
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles.nothing}>{texts.json.nothing}</p>
      ) : (
        <JsonTree
          label={texts.json.tree}
          text={text}
          rows={rows}
          selected={selected}
          matches={marked}
          onSelect={({ node }) => {
            setSelected(node.start);
          }}
          onToggle={toggle}
        />
      )}
    </div>
  );
}

function describeMatches(count: number, at: number, texts: ExchangeTexts): string {
  if (count === 0) return texts.json.noMatch;
  const all = count >= MAX_JSON_MATCHES ? texts.json.atLeast(MAX_JSON_MATCHES) : texts.json.count(count);
  return at === -1 ? all : texts.json.place(at + 1, all);
}
