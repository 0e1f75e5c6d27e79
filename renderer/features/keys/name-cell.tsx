import { ShieldCheck } from 'lucide-react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './cell.module.css';

const READ_ONLY_TEXT = 'Read-only: withheld from POST, PUT, PATCH and DELETE';

export function NameCell({ apiKey }: { readonly apiKey: ApiKey }) {
  return (
    <span className={styles.name}>
      <span className={styles.nameText} title={apiKey.name} dir="auto">
        {apiKey.name}
      </span>
      {(apiKey.isDefault || apiKey.isReadOnly) && (
        <span className={styles.marks}>
          {apiKey.isDefault && <Tag tone="accent">Default</Tag>}
          {apiKey.isReadOnly && (
            <span className={styles.guard} role="img" aria-label={READ_ONLY_TEXT} title={READ_ONLY_TEXT}>
              <ShieldCheck />
            </span>
          )}
        </span>
      )}
    </span>
  );
}
