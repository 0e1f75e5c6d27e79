import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; `null` while nobody knows how much there is. */
  readonly share: number | null;
}

/** How much of something is done. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? null : Math.floor(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
      data-unknown={percent === null || undefined}
    >
      <span className={styles.done} style={{ inlineSize: `${String(percent ?? 30)}%` }} />
    </div>
  );
}
