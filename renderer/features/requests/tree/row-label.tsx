import { FileWarning, Folder, FolderOpen, Library } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { MethodName } from '../../../ui/exchange/method-name.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './row-label.module.css';
import { nodeName, type TreeNode } from './tree-nodes.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useErrorWords, useTexts } from '../../../language/speech-context.ts';

interface RowLabelProps {
  readonly node: TreeNode;
  readonly isExpanded: boolean;
  readonly isEdited: boolean;
}

/** What a row shows: a request's method, or what it is, and its name. */
export function RowLabel({ node, isExpanded, isEdited }: RowLabelProps) {
  const texts = useTexts(collectionsTexts);
  const name = nodeName(node);
  const problem = useProblem(node);
  return (
    <>
      <RowMark node={node} isExpanded={isExpanded} />
      <span
        className={styles.label}
        data-kind={node.kind}
        data-unnamed={name === '' || undefined}
        title={titleOf(node, problem)}
      >
        {name === '' ? texts.tree.unnamed : name}
      </span>
      {node.kind === 'collection' && node.summary.isSample && <Tag>{texts.tree.sample}</Tag>}
      {problem !== null && <span className={styles.problem}>{problem}</span>}
      {isEdited && <span className={styles.dot} role="img" aria-label={texts.tree.edited} />}
    </>
  );
}

/** Why the file of a collection cannot be read. */
function useProblem(node: TreeNode): string | null {
  const wordsOf = useErrorWords();
  const problem = node.kind === 'collection' ? node.summary.problem : null;
  return problem === null ? null : wordsOf(problem).message;
}

function titleOf(node: TreeNode, problem: string | null): string {
  if (node.kind === 'request') return node.item.name;
  if (node.kind === 'folder') return [node.item.name, node.item.description].filter(Boolean).join('\n\n');
  const { summary, collection } = node;
  return [problem, summary.fileName, collection?.description].filter(Boolean).join('\n\n');
}

export function RowMark({ node, isExpanded }: Pick<RowLabelProps, 'node' | 'isExpanded'>) {
  if (node.kind === 'request') return <MethodName method={node.item.method} isShort />;
  return (
    <span className={styles.mark} aria-hidden="true">
      {node.kind === 'folder' ? (
        isExpanded ? (
          <FolderOpen />
        ) : (
          <Folder />
        )
      ) : node.summary.problem === null ? (
        <Library />
      ) : (
        <FileWarning />
      )}
    </span>
  );
}

interface RowNameFieldProps {
  readonly node: TreeNode;
  /** `null`: it stays as it is. */
  readonly onDone: (name: string | null) => void;
}

/** The name of a row while it is typed: Enter keeps it, Escape does not, and leaving keeps it. */
export function RowNameField({ node, onDone }: RowNameFieldProps) {
  const texts = useTexts(collectionsTexts);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (isKept: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const name = field.current?.value.trim() ?? '';
    onDone(isKept && name !== '' && name !== nodeName(node) ? name : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') done(true);
    else if (event.key === 'Escape') done(false);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <RowMark node={node} isExpanded={false} />
      <input
        ref={field}
        className={styles.field}
        aria-label={texts.tree.newName(nodeName(node))}
        defaultValue={nodeName(node)}
        maxLength={200}
        spellCheck={false}
        dir="auto"
        onKeyDown={onKeyDown}
        onBlur={() => {
          done(true);
        }}
      />
    </>
  );
}
