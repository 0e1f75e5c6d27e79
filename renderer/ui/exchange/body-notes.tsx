import { EyeOff, Scissors, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BodyPreview, Response } from '../../../shared/domain/exchange.ts';
import styles from './body-view.module.css';
import { formatBytes } from './measures.ts';

const ENDS = {
  stopped: 'Stopped: this is what came until then.',
  broken: 'The connection ended in the middle: this is what came until then.',
} as const;

/** About how many bytes of the body are here. */
export function shownSize(body: Exclude<BodyPreview, { readonly kind: 'empty' }>): number {
  return body.kind === 'text' ? body.text.length : body.hex.length / 2;
}

/** What has to be known of a body that is not shown as it came. */
export function BodyNotes({ response }: { readonly response: Response }) {
  const { body } = response;
  return (
    <>
      {response.end !== undefined && <Note icon={<Square />} text={ENDS[response.end]} />}
      {response.isRedacted && (
        <Note icon={<EyeOff />} text="Masked: the response repeated a key, so its value is hidden here." />
      )}
      {body.kind === 'text' && body.isTruncated && (
        <Note
          icon={<Scissors />}
          text={`Cut off: the first ${formatBytes(shownSize(body))} of ${formatBytes(response.bodyBytes)} are shown.`}
        />
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
