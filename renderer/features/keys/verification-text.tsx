import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { isVerifiable, type Service } from '../../../shared/domain/service.ts';
import { AccountText } from './account-text.tsx';
import styles from './dialog-text.module.css';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface VerificationTextProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
}

/** What the service said when it was last asked, and when that was. */
export function VerificationText({ apiKey: { verification }, service }: VerificationTextProps) {
  const formats = useFormats();
  const texts = useTexts(keyDialogsTexts);
  const name = service?.name ?? texts.common.itsService;
  if (verification === null) return <p className={styles.text}>{neverAsked(service, texts)}</p>;
  const at = formats.dateTime(verification.at);
  if (verification.outcome === 'refused') {
    return <p className={styles.text}>{texts.verificationText.refused(name, at)}</p>;
  }
  return (
    <>
      <p className={styles.text}>{texts.verificationText.accepted(name, at)}</p>
      <AccountText account={verification.account} />
    </>
  );
}

function neverAsked(service: Service | null, texts: KeyDialogsTexts): string {
  return service !== null && isVerifiable(service)
    ? texts.verificationText.neverAsked
    : texts.verificationText.noCheckUrl;
}
