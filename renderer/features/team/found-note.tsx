import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { FoundKey } from '../../../shared/domain/team.ts';
import { Button } from '../../ui/button.tsx';
import styles from './found-note.module.css';
import { teamTexts, type TeamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface FoundNoteProps {
  readonly found: FoundKey | null;
  readonly onClose: () => void;
}

/** Whose value was on the clipboard. The region is there before it says anything, so that it is read out. */
export function FoundNote({ found, onClose }: FoundNoteProps) {
  const texts = useTexts(teamTexts);
  return (
    <div role="status" aria-label={texts.found.title}>
      {found !== null && (
        <div className={styles.note} data-kind={found.kind}>
          <span dir="auto">{textOf(found, texts)}</span>
          <Button size="small" variant="quiet" onPress={onClose}>
            {found.kind === 'found' ? texts.found.showAll : texts.found.dismiss}
          </Button>
        </div>
      )}
    </div>
  );
}

function textOf(found: FoundKey, texts: TeamTexts): string {
  if (found.kind === 'none') {
    return found.reason === 'mistyped' ? texts.found.typo : texts.found.none;
  }
  const whose = texts.found.whose(found.key.name, found.key.creatorName);
  switch (found.value) {
    case 'current':
      return `${whose}.`;
    case 'in-grace':
      return texts.found.inGrace(whose);
    case 'retired':
      return texts.found.ended(whose);
    default:
      return assertNever(found.value);
  }
}
