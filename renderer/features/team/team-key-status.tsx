import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { RevocationReason } from '../../../shared/domain/revocation.ts';
import { endReasonOf, type TeamKey, type TeamKeyStatus } from '../../../shared/domain/team.ts';
import { formatDateTime } from '../../ui/format-time.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';
import styles from './team-cell.module.css';

const labels: Record<TeamKeyStatus, readonly [label: string, tone: Tone]> = {
  active: ['Active', 'good'],
  expiring: ['Expiring', 'warn'],
  expired: ['Expired', 'danger'],
  disabled: ['Disabled', 'neutral'],
  revoked: ['Revoked', 'danger'],
};

/** How a key stands; of one that was ended, why. */
export function TeamKeyStatusCell({ teamKey }: { readonly teamKey: TeamKey }) {
  const [label, tone] = labels[teamKey.status];
  const { revocation } = teamKey;
  const reason = endReasonOf(teamKey);
  return (
    <span className={styles.lines} title={revocation === null ? undefined : formatDateTime(revocation.at)}>
      <span>
        <Tag tone={tone} hasDot isPlain={teamKey.status === 'active'}>
          {label}
        </Tag>
      </span>
      {reason !== null && <span className={styles.second}>{reasonText(reason)}</span>}
    </span>
  );
}

function reasonText(reason: RevocationReason): string {
  switch (reason) {
    case 'by-creator':
      return 'By its creator';
    case 'by-admin':
      return 'By an admin';
    case 'by-inactivity':
      return 'By inactivity';
    case 'automatically':
      return 'Automatically';
    case 'exposed':
      return 'Exposed';
    default:
      return assertNever(reason);
  }
}
