import type { ApiKeyStatus } from '../../../shared/domain/api-key.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';

const labels: Record<ApiKeyStatus, readonly [label: string, tone: Tone]> = {
  active: ['Active', 'good'],
  expiring: ['Expiring', 'warn'],
  expired: ['Expired', 'danger'],
  disabled: ['Disabled', 'neutral'],
};

export function KeyStatusTag({ status }: { readonly status: ApiKeyStatus }) {
  const [label, tone] = labels[status];
  return (
    <Tag tone={tone} hasDot isPlain={status === 'active'}>
      {label}
    </Tag>
  );
}
