import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { useErrorWords } from '../language/speech-context.ts';
import styles from './error-note.module.css';

interface ErrorNoteProps {
  readonly error: AppError;
  /** What the person can press. */
  readonly actions?: ReactNode;
}

/** A failure in words: what happened, and what to do next. */
export function ErrorNote({ error, actions }: ErrorNoteProps) {
  const { message, remedy } = useErrorWords()(error);
  return (
    <div className={styles.note} role="alert">
      <CircleAlert className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.message}>{message}</p>
        {remedy !== '' && <p className={styles.remedy}>{remedy}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
