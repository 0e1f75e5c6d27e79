import type { Update } from '../../../shared/domain/update-state.ts';
import { updatesTexts } from '../../../shared/texts/en/updates.ts';
import { useTexts } from '../../language/speech-context.ts';
import styles from './update-notes.module.css';

/** What is new in a version, as its publisher wrote it: text and nothing else. */
export function UpdateNotes({ version, notes }: Update) {
  const texts = useTexts(updatesTexts);
  if (notes === '') return texts.noNotes;
  return (
    // A part that scrolls must be reached with the keyboard.
    <div className={styles.notes} role="region" aria-label={texts.notes(version)} tabIndex={0}>
      {notes}
    </div>
  );
}
