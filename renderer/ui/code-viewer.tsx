import styles from './code-frame.module.css';
import { CodeFrame } from './code-frame.tsx';
import type { CodeMirrorProps } from './code-mirror/code-mirror.tsx';

/** What is shown of a text until the viewer is there. */
const FIRST_CHARACTERS = 4_000;

interface CodeViewerProps extends Pick<CodeMirrorProps, 'label' | 'value' | 'language' | 'controlRef'> {
  readonly isWrapped?: boolean;
}

/** Read-only code with search (Ctrl/Cmd+F) and folding; fills its parent. Give it another `key` for another document. */
export function CodeViewer({ isWrapped = false, ...code }: CodeViewerProps) {
  const plain = (
    <pre className={styles.plain} aria-label={code.label} tabIndex={0}>
      {code.value.slice(0, FIRST_CHARACTERS)}
    </pre>
  );
  return <CodeFrame {...code} isReadOnly isWrapped={isWrapped} plain={plain} />;
}
