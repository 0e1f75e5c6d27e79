import type { ImportPreview } from '../../../shared/domain/import.ts';
import styles from './import-dialog.module.css';

const titles = {
  kept: 'Kept, not run',
  changed: 'Changed',
  dropped: 'Left out',
} as const;

interface ImportNotesProps {
  readonly notes: ImportPreview['notes'];
  readonly count: number;
}

/** What is kept without being used, changed, or left out, each by name. */
export function ImportNotes({ notes, count }: ImportNotesProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby="import-notes" className={styles.section}>
      <h3 id="import-notes" className={styles.heading}>
        Good to know
      </h3>
      <ul className={styles.notes}>
        {notes.map(({ kind, what, where }, index) => (
          <li key={String(index)}>
            <strong>{titles[kind]}:</strong> {what}
            {where === '' ? '' : ` (${where})`}
          </li>
        ))}
      </ul>
      {count > notes.length && <p className={styles.hint}>And {count - notes.length} more.</p>}
    </section>
  );
}
