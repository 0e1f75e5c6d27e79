import styles from './code-frame.module.css';
import { CodeFrame, type CodeFrameProps } from './code-frame.tsx';
import { useKnownVariables } from './variables/known-variables.ts';

interface CodeEditorProps extends Omit<CodeFrameProps, 'isReadOnly' | 'isWrapped' | 'onChange' | 'plain'> {
  readonly onChange: (value: string) => void;
}

/** A code editor that fills its parent. Give it another `key` for another document. */
export function CodeEditor(props: CodeEditorProps) {
  const { label, value, placeholder, onChange } = props;
  const variables = useKnownVariables();
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
  return <CodeFrame variables={variables} {...props} isReadOnly={false} isWrapped plain={plain} />;
}
