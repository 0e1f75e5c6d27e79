import styles from './about-panel.module.css';

/** What a request does and what its fields mean, a line each, as its collection says it. Text alone. */
export function AboutPanel({ description }: { readonly description: string }) {
  const lines = description.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className={styles.panel}>
      {lines.map((line, index) => (
        // Lines have no identity of their own and never move.
        <p key={index} className={styles.line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}
