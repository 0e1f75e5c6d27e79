import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { EXPIRING_SOON_MS } from '../../../shared/domain/expiry.ts';
import { Tag } from '../../ui/tag.tsx';

interface AccessKeyStatusTagProps {
  readonly accessKey: AccessKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function AccessKeyStatusTag({ accessKey, now }: AccessKeyStatusTagProps) {
  const { status, expiresAt } = accessKey;
  switch (status) {
    case 'inactive':
      return (
        <Tag tone="danger" hasDot>
          Inactive
        </Tag>
      );
    case 'other':
      return <Tag hasDot>Unknown</Tag>;
    case 'active':
      return expiresAt !== null && expiresAt - now <= EXPIRING_SOON_MS ? (
        <Tag tone="warn" hasDot>
          Expiring
        </Tag>
      ) : (
        <Tag tone="good" hasDot isPlain>
          Active
        </Tag>
      );
  }
}
