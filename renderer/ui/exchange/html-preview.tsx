import { useMemo } from 'react';
import styles from './html-preview.module.css';
import { previewDocument, windowNonce } from './html-document.ts';

interface HtmlPreviewProps {
  readonly html: string;
}

/** HTML as it looks, without scripts and without the network. The sandbox grants nothing. */
export function HtmlPreview({ html }: HtmlPreviewProps) {
  const page = useMemo(() => previewDocument(html, windowNonce(document)), [html]);
  return (
    <div className={styles.preview}>
      <p className={styles.note}>
        A still picture of the page: no script runs, no link leads anywhere, and nothing is fetched.
      </p>
      <iframe
        className={styles.frame}
        title="HTML preview"
        sandbox=""
        srcDoc={page}
        referrerPolicy="no-referrer"
      />
    </div>
  );
}
