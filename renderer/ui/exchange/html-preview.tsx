import { useMemo } from 'react';
import styles from './html-preview.module.css';
import { previewDocument, windowNonce } from './html-document.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface HtmlPreviewProps {
  readonly html: string;
}

/** HTML as it looks, without scripts and without the network. The sandbox grants nothing. */
export function HtmlPreview({ html }: HtmlPreviewProps) {
  const texts = useTexts(exchangeTexts);
  const page = useMemo(() => previewDocument(html, windowNonce(document)), [html]);
  return (
    <div className={styles.preview}>
      <p className={styles.note}>{texts.html.note}</p>
      <iframe
        className={styles.frame}
        title={texts.html.title}
        sandbox=""
        srcDoc={page}
        referrerPolicy="no-referrer"
      />
    </div>
  );
}
