import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import type { JsonProblem } from '../../ui/json-validation.ts';
import { Link } from '../../ui/link.tsx';
import styles from './json-status.module.css';

interface JsonStatusProps {
  readonly problem: JsonProblem | null;
  readonly isEmpty: boolean;
  readonly control: CodeMirrorControl | null;
}

/** Whether a JSON text is one, and where it is not. */
export function JsonStatus({ problem, isEmpty, control }: JsonStatusProps) {
  const { notJson } = useTexts(editingTexts);
  if (problem === null) return <span className={styles.status}>{isEmpty ? '' : 'Valid JSON'}</span>;
  return (
    <span className={styles.status} data-invalid role="status">
      <Link onPress={() => control?.goTo(problem.position)}>
        Line {problem.line}, column {problem.column}
      </Link>
      : {notJson[problem.mistake]}
    </span>
  );
}
