import { KeyRound } from 'lucide-react';
import { apiKeyStatus, type ApiKey } from '../../../shared/domain/api-key.ts';
import { quickCopyTexts } from '../../../shared/texts/en/quick-copy.ts';
import { useTexts } from '../../language/speech-context.ts';
import { classNames } from '../../ui/class-names.ts';
import finder from '../../ui/finder.module.css';
import { useNow } from '../../ui/use-now.ts';
import styles from './quick-copy.module.css';

interface QuickCopyRowProps {
  readonly id: string;
  readonly apiKey: ApiKey;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A key by its name and the end of its mask, with the reason for which it cannot be copied. */
export function QuickCopyRow({ id, apiKey, isChosen, onChoose }: QuickCopyRowProps) {
  const { states } = useTexts(quickCopyTexts);
  const status = apiKeyStatus(apiKey, useNow());
  const note = status === 'expired' || status === 'disabled' ? states[status] : null;
  return (
    // The keys are the field's: the focus stays in it.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classNames(finder.row, styles.row)}
      onClick={onChoose}
    >
      <KeyRound className={finder.rowIcon} aria-hidden="true" />
      <span className={finder.name} dir="auto">
        {apiKey.name}
      </span>
      {note !== null && <span className={styles.note}>{note}</span>}
      <span className={styles.mask}>{apiKey.mask}</span>
    </div>
  );
}
