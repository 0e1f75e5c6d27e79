import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './dialog-text.module.css';
import type { MadeAccessKeysState } from './use-made-access-keys.ts';

const MOST_NAMED = 3;

/** Offers to delete what was made with a key that ends. Nothing when nothing was. */
export function MadeAccessKeys({ made, isChosen, choose }: MadeAccessKeysState) {
  const { madeWith: texts } = useTexts(accessKeysTexts);
  if (made.length === 0) return null;
  const names = [
    ...new Set(made.map(({ collectionName, collectionUid }) => collectionName ?? collectionUid)),
  ];
  return (
    <div className={styles.text}>
      <Checkbox label={texts.alsoDelete(made.length)} isSelected={isChosen} onChange={choose} />
      <p>{texts.explanation(names.slice(0, MOST_NAMED), Math.max(0, names.length - MOST_NAMED))}</p>
    </div>
  );
}
