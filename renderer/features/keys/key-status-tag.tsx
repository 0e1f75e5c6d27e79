import type { ApiKeyStatus } from '../../../shared/domain/api-key.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

const tones: Record<ApiKeyStatus, Tone> = {
  active: 'good',
  expiring: 'warn',
  expired: 'danger',
  disabled: 'neutral',
};

export function KeyStatusTag({ status }: { readonly status: ApiKeyStatus }) {
  const { status: labels } = useTexts(keysTexts);
  return (
    <Tag tone={tones[status]} hasDot isPlain={status === 'active'}>
      {labels[status]}
    </Tag>
  );
}
