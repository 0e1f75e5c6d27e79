import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { EXPIRING_SOON_MS } from '../../../shared/domain/expiry.ts';
import { Tag } from '../../ui/tag.tsx';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { useTexts } from '../../language/speech-context.ts';

interface AccessKeyStatusTagProps {
  readonly accessKey: AccessKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function AccessKeyStatusTag({ accessKey, now }: AccessKeyStatusTagProps) {
  const texts = useTexts(accessKeysTexts);
  const { status, expiresAt } = accessKey;
  switch (status) {
    case 'inactive':
      return (
        <Tag tone="danger" hasDot>
          {texts.inactive}
        </Tag>
      );
    case 'other':
      return <Tag hasDot>{texts.unknown}</Tag>;
    case 'active':
      return expiresAt !== null && expiresAt - now <= EXPIRING_SOON_MS ? (
        <Tag tone="warn" hasDot>
          {texts.expiring}
        </Tag>
      ) : (
        <Tag tone="good" hasDot isPlain>
          {texts.active}
        </Tag>
      );
  }
}
