import { KeyRound, ShieldOff, Shield } from 'lucide-react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { SigningDecision } from '../../../shared/domain/signing-decision.ts';
import styles from './signing-note.module.css';

/** What was decided about the key for one hop, with its reason. */
export function SigningNote({ decision }: { readonly decision: SigningDecision }) {
  switch (decision.kind) {
    case 'sent':
      return (
        <div className={styles.note} data-kind="sent">
          <KeyRound aria-hidden="true" />
          <p>
            <strong>Key sent</strong> to <Origin origin={decision.origin} /> —{' '}
            <Name name={decision.apiKeyName} /> as{' '}
            <code className={styles.code}>
              {decision.headerName}: {decision.mask}
            </code>
          </p>
        </div>
      );
    case 'withheld':
      return (
        <div className={styles.note} data-kind="withheld">
          <ShieldOff aria-hidden="true" />
          <div>
            <p>
              <strong>Key withheld</strong> from <Origin origin={decision.origin} /> —{' '}
              <Name name={decision.apiKeyName} /> <code className={styles.code}>{decision.mask}</code>
            </p>
            <p className={styles.reason}>
              {decision.message} {decision.remedy}
            </p>
          </div>
        </div>
      );
    case 'unsigned':
      return (
        <div className={styles.note} data-kind="unsigned">
          <Shield aria-hidden="true" />
          <p>
            <strong>No key</strong> — {decision.message}
          </p>
        </div>
      );
    default:
      return assertNever(decision);
  }
}

function Origin({ origin }: { readonly origin: string }) {
  return <span className={styles.origin}>{origin}</span>;
}

function Name({ name }: { readonly name: string }) {
  return (
    <bdi className={styles.name} dir="auto">
      {name}
    </bdi>
  );
}
