import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { CodeMirrorControl } from '../../ui/code-mirror/code-mirror.tsx';
import type { JsonProblem } from '../../ui/json-validation.ts';
import { Link } from '../../ui/link.tsx';
import styles from './json-status.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

interface JsonStatusProps {
  readonly problem: JsonProblem | null;
  readonly isEmpty: boolean;
  readonly control: CodeMirrorControl | null;
}

/** Whether a JSON text is one, and where it is not. */
export function JsonStatus({ problem, isEmpty, control }: JsonStatusProps) {
  const texts = useTexts(requestsTexts);
  const { notJson } = useTexts(editingTexts);
  if (problem === null) return <span className={styles.status}>{isEmpty ? '' : texts.json.valid}</span>;
  return (
    <span className={styles.status} data-invalid role="status">
      <Link onPress={() => control?.goTo(problem.position)}>
        {texts.json.place(problem.line, problem.column)}
      </Link>
      : {notJson[problem.mistake]}
    </span>
  );
}
