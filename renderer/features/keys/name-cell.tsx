import { ShieldCheck } from 'lucide-react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './cell.module.css';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

export function NameCell({ apiKey }: { readonly apiKey: ApiKey }) {
  const texts = useTexts(keysTexts);
  return (
    <span className={styles.name}>
      <span className={styles.nameText} title={apiKey.name} dir="auto">
        {apiKey.name}
      </span>
      {(apiKey.isDefault || apiKey.isReadOnly) && (
        <span className={styles.marks}>
          {apiKey.isDefault && <Tag tone="accent">{texts.isDefault}</Tag>}
          {apiKey.isReadOnly && (
            <span className={styles.guard} role="img" aria-label={texts.readOnly} title={texts.readOnly}>
              <ShieldCheck />
            </span>
          )}
        </span>
      )}
    </span>
  );
}
