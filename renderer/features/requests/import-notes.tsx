import type { ImportPreview } from '../../../shared/domain/import.ts';
import styles from './import-dialog.module.css';
import { importingTexts } from '../../../shared/texts/en/importing.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface ImportNotesProps {
  readonly notes: ImportPreview['notes'];
  readonly count: number;
}

/** What is kept without being used, changed, or left out, each by name. */
export function ImportNotes({ notes, count }: ImportNotesProps) {
  const texts = useTexts(importingTexts);
  const wordsOf = useErrorWords();
  if (count === 0) return null;
  return (
    <section aria-labelledby="import-notes" className={styles.section}>
      <h3 id="import-notes" className={styles.heading}>
        {texts.notes.title}
      </h3>
      <ul className={styles.notes}>
        {notes.map(({ kind, what, where }, index) => (
          <li key={String(index)}>
            <strong>{texts.notes.kinds[kind]}:</strong> {wordsOf(what).message}
            {where === '' ? '' : ` (${where})`}
          </li>
        ))}
      </ul>
      {count > notes.length && <p className={styles.hint}>{texts.notes.more(count - notes.length)}</p>}
    </section>
  );
}
