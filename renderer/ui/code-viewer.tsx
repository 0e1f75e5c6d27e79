import { lazy, Suspense } from 'react';
import type { CodeLanguage } from './code-mirror/code-language.ts';
import type { CodeMirrorControl } from './code-mirror/code-mirror.tsx';
import styles from './code-editor.module.css';

// CodeMirror is the largest part of the window's code; nothing loads it before a text is shown.
const CodeMirror = lazy(async () => ({
  default: (await import('./code-mirror/code-mirror.tsx')).CodeMirror,
}));

/** What is shown of a text until the viewer is there. */
const FIRST_CHARACTERS = 4_000;

interface CodeViewerProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly language: CodeLanguage;
  readonly isWrapped?: boolean;
  readonly controlRef?: (control: CodeMirrorControl | null) => void;
}

/** Read-only code with search (Ctrl/Cmd+F) and folding; fills its parent. Give it another `key` for another document. */
export function CodeViewer({ label, value, language, isWrapped = false, controlRef }: CodeViewerProps) {
  const plain = (
    <pre className={styles.plain} aria-label={label} tabIndex={0}>
      {value.slice(0, FIRST_CHARACTERS)}
    </pre>
  );
  return (
    <div className={styles.frame}>
      <Suspense fallback={plain}>
        <CodeMirror
          label={label}
          value={value}
          language={language}
          isReadOnly
          isWrapped={isWrapped}
          controlRef={controlRef}
        />
      </Suspense>
    </div>
  );
}
