import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './moving.module.css';

export interface RestoredItem {
  readonly title: string;
  readonly detail: string | null;
  readonly outcome: string;
  readonly isNew: boolean;
}

interface RestoredListProps {
  readonly label: string;
  readonly items: readonly RestoredItem[];
}

const MOST_SHOWN = 100;

/** Some of what an export holds, and what becomes of each. Nothing when there is none. */
export function RestoredList({ label, items }: RestoredListProps) {
  const { restoring: texts } = useTexts(movingTexts);
  if (items.length === 0) return null;
  // What is added first: it is what the person decides about.
  const sorted = items.toSorted((a, b) => Number(b.isNew) - Number(a.isNew));
  const rest = items.length - MOST_SHOWN;
  return (
    <ul className={styles.services} aria-label={label}>
      {sorted.slice(0, MOST_SHOWN).map(({ title, detail, outcome, isNew }, index) => (
        <li key={index} className={styles.service}>
          <span>
            <strong>
              <bdi>{title}</bdi>
            </strong>
            {detail !== null && <span className={styles.origins}>{detail}</span>}
          </span>
          <Tag tone={isNew ? 'good' : 'neutral'}>{outcome}</Tag>
        </li>
      ))}
      {rest > 0 && <li className={styles.note}>{texts.more(rest)}</li>}
    </ul>
  );
}
