import { ChevronRight } from 'lucide-react';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';
import { childrenOf, textOfString, type JsonNode } from '../../../shared/domain/json-nodes.ts';
import { jsonPathOf } from './json-path.ts';
import type { JsonRow } from './json-rows.ts';
import styles from './json-tree.module.css';

interface JsonTreeRowProps {
  readonly text: string;
  readonly row: JsonRow;
  /** Pixels from the top. */
  readonly start: number;
  readonly isSelected: boolean;
  readonly isMatch: boolean;
  readonly onSelect: (row: JsonRow) => void;
  readonly onToggle: (row: JsonRow) => void;
}

/** Of a long text the line shows this much; copying gives all of it. */
const SHOWN_CHARACTERS = 500;
const INDENT_REM = 1.1;

/** One line of the tree: its name and its value, or how much it holds. */
export function JsonTreeRow(props: JsonTreeRowProps) {
  const { text, row, start, isSelected, isMatch, onSelect, onToggle } = props;
  const { node, keys, level, position, siblings, isOpen } = row;
  const key = node.key ?? (level === 1 && keys.length > 0 ? jsonPathOf(keys) : null);
  return (
    <div
      id={`json-${String(node.start)}`}
      className={styles.row}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      data-match={isMatch || undefined}
      style={{
        transform: `translateY(${String(start)}px)`,
        paddingInlineStart: `${String(0.5 + (level - 1) * INDENT_REM)}rem`,
      }}
      onClick={() => {
        onSelect(row);
      }}
      onDoubleClick={() => {
        onToggle(row);
      }}
    >
      <span
        className={styles.toggle}
        data-open={isOpen === true || undefined}
        aria-hidden="true"
        onClick={() => {
          if (isOpen !== null) onToggle(row);
        }}
      >
        {isOpen !== null && <ChevronRight />}
      </span>
      {key !== null && (
        <span className={styles.key} data-index={typeof key === 'number' || undefined}>
          {level === 1 && keys.length > 0 ? jsonPathOf(keys) : key}
          <span className={styles.colon}>:</span>
        </span>
      )}
      <Value text={text} node={node} />
    </div>
  );
}

function Value({ text, node }: { readonly text: string; readonly node: JsonNode }) {
  const texts = useTexts(exchangeTexts);
  if (node.kind === 'object' || node.kind === 'array') {
    const count = childrenOf(text, node).length;
    const [open, close] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
    const held = node.kind === 'object' ? texts.json.names : texts.json.items;
    return (
      <span className={styles.summary}>
        {count === 0 ? `${open}${close}` : `${open}…${close} ${held(count)}`}
      </span>
    );
  }
  const literal = text.slice(node.start, Math.min(node.end, node.start + SHOWN_CHARACTERS));
  return (
    <span className={styles.value} data-kind={node.kind}>
      {literal.toWellFormed()}
      {node.end - node.start > SHOWN_CHARACTERS && '…'}
    </span>
  );
}

/** What copying a value puts on the clipboard: a string's characters, anything else as it was written. */
export function copiedValue(text: string, node: JsonNode): string {
  const literal = text.slice(node.start, node.end);
  return node.kind === 'string' ? textOfString(literal) : literal;
}
