import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { FoundKey } from '../../../shared/domain/team.ts';
import { Button } from '../../ui/button.tsx';
import styles from './found-note.module.css';

interface FoundNoteProps {
  readonly found: FoundKey | null;
  readonly onClose: () => void;
}

/** Whose value was on the clipboard. The region is there before it says anything, so that it is read out. */
export function FoundNote({ found, onClose }: FoundNoteProps) {
  return (
    <div role="status" aria-label="Find by key value">
      {found !== null && (
        <div className={styles.note} data-kind={found.kind}>
          <span dir="auto">{textOf(found)}</span>
          <Button size="small" variant="quiet" onPress={onClose}>
            {found.kind === 'found' ? 'Show all keys' : 'Dismiss'}
          </Button>
        </div>
      )}
    </div>
  );
}

function textOf(found: FoundKey): string {
  if (found.kind === 'none') {
    return found.reason === 'mistyped'
      ? 'The clipboard holds something like a key of the Local API, but a character of it is wrong.'
      : 'The clipboard holds no key of this team.';
  }
  const whose = `It is the key “${found.key.name}” of ${found.key.creatorName}`;
  switch (found.value) {
    case 'current':
      return `${whose}.`;
    case 'in-grace':
      return `${whose}, from before it was regenerated. It works until its grace ends.`;
    case 'retired':
      return `${whose}. This value works no longer.`;
    default:
      return assertNever(found.value);
  }
}
