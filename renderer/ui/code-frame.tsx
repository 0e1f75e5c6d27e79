import { lazy, Suspense, type ReactNode } from 'react';
import styles from './code-frame.module.css';
import type { CodeMirrorProps } from './code-mirror/code-mirror.tsx';

// CodeMirror is the largest part of the window's code; nothing loads it before a text is shown.
const CodeMirror = lazy(async () => ({
  default: (await import('./code-mirror/code-mirror.tsx')).CodeMirror,
}));

interface CodeFrameProps extends CodeMirrorProps {
  /** What stands in its place until CodeMirror is loaded. */
  readonly plain: ReactNode;
}

/** CodeMirror, filling its parent. */
export function CodeFrame({ plain, ...code }: CodeFrameProps) {
  return (
    <div className={styles.frame}>
      <Suspense fallback={plain}>
        <CodeMirror {...code} />
      </Suspense>
    </div>
  );
}
