import { KeyRound, Shield, ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { SigningDecision } from '../../../shared/domain/signing-decision.ts';
import styles from './signing-note.module.css';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface SigningNoteProps {
  readonly decision: SigningDecision;
  /** `future` tells what would happen, before anything was sent. */
  readonly tense?: 'past' | 'future';
}

/** What was decided about the key for one hop, with its reason. */
export function SigningNote({ decision, tense = 'past' }: SigningNoteProps) {
  const texts = useTexts(exchangeTexts);
  const wordsOf = useErrorWords();
  const origin = <span className={styles.strong}>{decision.origin}</span>;
  const isPast = tense === 'past';
  switch (decision.kind) {
    case 'sent':
      return (
        <Note kind="sent" icon={<KeyRound />}>
          <p>
            <strong>{isPast ? texts.signing.sent : texts.signing.willBeSent}</strong> {texts.signing.to}{' '}
            {origin} · <Name name={decision.apiKeyName} />{' '}
            <code className={styles.code}>
              {decision.headerName}: {decision.mask}
            </code>
          </p>
        </Note>
      );
    case 'withheld': {
      const { message, remedy } = wordsOf(decision);
      return (
        <Note kind="withheld" icon={<ShieldOff />}>
          <p>
            <strong>{isPast ? texts.signing.withheld : texts.signing.willBeWithheld}</strong>{' '}
            {texts.signing.from} {origin} · <Name name={decision.apiKeyName} />{' '}
            <code className={styles.code}>{decision.mask}</code>
          </p>
          <p className={styles.reason}>
            {message} {remedy}
          </p>
        </Note>
      );
    }
    case 'unsigned':
      return (
        <Note kind="unsigned" icon={<Shield />}>
          <p>
            <strong>{isPast ? texts.signing.none : texts.signing.willBeNone}</strong> ·{' '}
            {wordsOf(decision).message}
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
