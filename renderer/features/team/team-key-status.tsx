import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { RevocationReason } from '../../../shared/domain/revocation.ts';
import { endReasonOf, type TeamKey, type TeamKeyStatus } from '../../../shared/domain/team.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';
import styles from './team-cell.module.css';
import { teamTexts, type TeamTexts } from '../../../shared/texts/en/team.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

const TONES: Record<TeamKeyStatus, Tone> = {
  active: 'good',
  expiring: 'warn',
  expired: 'danger',
  disabled: 'neutral',
  revoked: 'danger',
};

/** How a key stands; of one that was ended, why. */
export function TeamKeyStatusCell({ teamKey }: { readonly teamKey: TeamKey }) {
  const formats = useFormats();
  const texts = useTexts(teamTexts);
  const { revocation } = teamKey;
  const reason = endReasonOf(teamKey);
  return (
    <span className={styles.lines} title={revocation === null ? undefined : formats.dateTime(revocation.at)}>
      <span>
        <Tag tone={TONES[teamKey.status]} hasDot isPlain={teamKey.status === 'active'}>
          {texts.status.labels[teamKey.status]}
        </Tag>
      </span>
      {reason !== null && <span className={styles.second}>{reasonText(reason, texts)}</span>}
    </span>
  );
}

function reasonText(reason: RevocationReason, texts: TeamTexts): string {
  switch (reason) {
    case 'by-creator':
      return texts.status.byCreator;
    case 'by-admin':
      return texts.status.byAdmin;
    case 'by-inactivity':
      return texts.status.byInactivity;
    case 'automatically':
      return texts.status.automatically;
    case 'exposed':
      return texts.status.exposed;
    default:
      return assertNever(reason);
  }
}
