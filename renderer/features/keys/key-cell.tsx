import { isInGrace, type ApiKey } from '../../../shared/domain/api-key.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import styles from './cell.module.css';

type KeysTexts = ShapeOf<typeof keysTexts>;

interface KeyCellProps {
  readonly apiKey: ApiKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The mask; that its service refused it; and for how long the key before the last regeneration still works. */
export function KeyCell({ apiKey, now }: KeyCellProps) {
  const texts = useTexts(keysTexts);
  return (
    <span className={styles.lines}>
      <span
        className={`${styles.first ?? ''} ${styles.mask ?? ''}`}
        translate="no"
        title={verificationTitle(apiKey, texts)}
      >
        {apiKey.mask}
      </span>
      <SecondLine apiKey={apiKey} now={now} />
    </span>
  );
}

function oldState(
  apiKey: ApiKey,
  now: number,
  { texts, formats }: { readonly texts: KeysTexts['old']; readonly formats: Formats },
): { readonly text: string; readonly title: string } | null {
  const { graceEndsAt, hasOldSecret } = apiKey;
  const tail = lastFour(apiKey.previousMask);
  if (isInGrace(apiKey, now) && graceEndsAt !== null) {
    const text = texts.ends(tail, formats.remaining(graceEndsAt, now));
    return { text, title: texts.worksUntil(tail, graceEndsAt) };
  }
  return hasOldSecret ? { text: texts.isKept(tail), title: texts.isKeptUntil } : null;
}

/** "…wxyz"; null for a short secret, whose mask is dots alone. */
function lastFour(mask: string | null): string | null {
  const shown = mask?.slice(-4) ?? '•';
  return shown.includes('•') ? null : `…${shown}`;
}

function SecondLine({ apiKey, now }: KeyCellProps) {
  const texts = useTexts(keysTexts);
  const formats = useFormats();
  if (apiKey.verification?.outcome === 'refused') {
    return (
      <span className={styles.second} data-tone="danger">
        {texts.notAccepted}
      </span>
    );
  }
  const old = oldState(apiKey, now, { texts: texts.old, formats });
  if (old === null) return null;
  return (
    <span className={styles.second} data-tone="warn" title={old.title}>
      {old.text}
    </span>
  );
}

function verificationTitle({ verification }: ApiKey, texts: KeysTexts): string | undefined {
  if (verification === null) return undefined;
  const { at, account } = verification;
  if (verification.outcome === 'refused') return texts.notAcceptedOn(at);
  if (account === null) return texts.acceptedOn(at);
  const owner = [account.name || account.username || account.email, account.teamName].filter(
    (text) => text !== '',
  );
  return texts.acceptedAs(at, owner.join(', '));
}
