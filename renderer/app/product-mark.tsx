import styles from './product-mark.module.css';

/** Keyfob's mark: a fob, its ring, and the teeth of a key. */
export function ProductMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect className={styles.ground} x="1" y="1" width="30" height="30" rx="8.5" />
      <g className={styles.line} fill="none" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="12.2" cy="12.2" r="4.6" />
        <path d="M15.6 15.6 24 24" />
        <path d="M20 20l2.9-2.9" />
      </g>
    </svg>
  );
}
