import { lazy, Suspense } from 'react';
import styles from './code-editor.module.css';
import type { CodeLanguage } from './code-mirror/code-language.ts';
import type { CodeMirrorControl } from './code-mirror/code-mirror.tsx';

// CodeMirror is the largest part of the window's code; nothing loads it before a text is shown.
const CodeMirror = lazy(async () => ({
  default: (await import('./code-mirror/code-mirror.tsx')).CodeMirror,
}));

interface CodeEditorProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly language: CodeLanguage;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Offset of a problem to mark, in UTF-16 units. */
  readonly problemAt?: number | null;
  readonly controlRef?: (control: CodeMirrorControl | null) => void;
}

/** A code editor that fills its parent. Give it another `key` for another document. */
export function CodeEditor({
  label,
  value,
  language,
  onChange,
  placeholder,
  problemAt,
  controlRef,
}: CodeEditorProps) {
  const plain = (
    <textarea
      aria-label={label}
      className={styles.plain}
      value={value}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
  return (
    <div className={styles.frame}>
      <Suspense fallback={plain}>
        <CodeMirror
          label={label}
          value={value}
          language={language}
          isReadOnly={false}
          isWrapped
          placeholder={placeholder}
          problemAt={problemAt}
          onChange={onChange}
          controlRef={controlRef}
        />
      </Suspense>
    </div>
  );
}
