import { KeyRound, Shield, ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { SigningDecision } from '../../../shared/domain/signing-decision.ts';
import styles from './signing-note.module.css';

interface SigningNoteProps {
  readonly decision: SigningDecision;
  /** `future` tells what would happen, before anything was sent. */
  readonly tense?: 'past' | 'future';
}

/** What was decided about the key for one hop, with its reason. */
export function SigningNote({ decision, tense = 'past' }: SigningNoteProps) {
  const origin = <span className={styles.strong}>{decision.origin}</span>;
  const isPast = tense === 'past';
  switch (decision.kind) {
    case 'sent':
      return (
        <Note kind="sent" icon={<KeyRound />}>
          <p>
            <strong>{isPast ? 'Key sent' : 'Key will be sent'}</strong> to {origin} ·{' '}
            <Name name={decision.apiKeyName} />{' '}
            <code className={styles.code}>
              {decision.headerName}: {decision.mask}
            </code>
          </p>
        </Note>
      );
    case 'withheld':
      return (
        <Note kind="withheld" icon={<ShieldOff />}>
          <p>
            <strong>{isPast ? 'Key withheld' : 'Key will be withheld'}</strong> from {origin} ·{' '}
            <Name name={decision.apiKeyName} /> <code className={styles.code}>{decision.mask}</code>
          </p>
          <p className={styles.reason}>
            {decision.message} {decision.remedy}
          </p>
        </Note>
      );
    case 'unsigned':
      return (
        <Note kind="unsigned" icon={<Shield />}>
          <p>
            <strong>{isPast ? 'No key sent' : 'No key will be sent'}</strong> · {decision.message}
          </p>
        </Note>
      );
    default:
      return assertNever(decision);
  }
}

interface NoteProps {
  readonly kind: SigningDecision['kind'];
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Note({ kind, icon, children }: NoteProps) {
  return (
    <div className={styles.note} data-kind={kind}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <div className={styles.text}>{children}</div>
    </div>
  );
}

function Name({ name }: { readonly name: string }) {
  return (
    <bdi className={styles.strong} dir="auto">
      {name}
    </bdi>
  );
}
