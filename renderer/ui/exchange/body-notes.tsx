import { EyeOff, Scissors, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BodyPreview, Response } from '../../../shared/domain/exchange.ts';
import styles from './body-view.module.css';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

/** About how many bytes of the body are here. */
export function shownSize(body: Exclude<BodyPreview, { readonly kind: 'empty' }>): number {
  return body.kind === 'text' ? body.text.length : body.hex.length / 2;
}

/** What has to be known of a body that is not shown as it came. */
export function BodyNotes({ response }: { readonly response: Response }) {
  const texts = useTexts(exchangeTexts);
  const { body } = response;
  return (
    <>
      {response.end !== undefined && <Note icon={<Square />} text={texts.ends[response.end]} />}
      {response.isRedacted && <Note icon={<EyeOff />} text={texts.body.masked} />}
      {body.kind === 'text' && body.isTruncated && (
        <Note icon={<Scissors />} text={texts.body.cutOff(shownSize(body), response.bodyBytes)} />
      )}
    </>
  );
}

function Note({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <span className={styles.note} title={text}>
      {icon}
      <span>{text}</span>
    </span>
  );
}
