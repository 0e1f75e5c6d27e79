import styles from './status-tag.module.css';

type Tone = 'good' | 'info' | 'warn' | 'danger';

function toneOf(status: number): Tone {
  if (status < 300) return 'good';
  if (status < 400) return 'info';
  return status < 500 ? 'warn' : 'danger';
}

interface StatusTagProps {
  /** `null`: no response came. */
  readonly status: number | null;
  readonly text?: string;
}

/** An HTTP status with its text, coloured by its class; or what happened instead of one. */
export function StatusTag({ status, text = '' }: StatusTagProps) {
  const label = status === null ? text || 'No response' : `${String(status)} ${text}`.trim();
  return (
    <span className={styles.tag} data-tone={status === null ? 'danger' : toneOf(status)}>
      {label}
    </span>
  );
}
