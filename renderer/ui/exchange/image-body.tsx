import { useMemo, useState } from 'react';
import type { Response } from '../../../shared/domain/exchange.ts';
import { Spinner } from '../spinner.tsx';
import { dataUrl } from './body-bytes.ts';
import styles from './image-body.module.css';
import { type BodyBytes, useBodyBytes } from './use-body-bytes.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ImageBodyProps {
  /** Of the exchange. */
  readonly id: string;
  readonly response: Response;
  readonly type: string;
}

/** A response that is an image, as an image and nothing else: an SVG's scripts and addresses do nothing in one. */
export function ImageBody({ id, response, type }: ImageBodyProps) {
  const texts = useTexts(exchangeTexts);
  const body = useBodyBytes(id, response);
  const [size, setSize] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  const source = useMemo(() => (body.kind === 'loaded' ? dataUrl(body.bytes, type) : null), [body, type]);
  if (source === null || isBroken) return <Instead body={body} />;
  return (
    <figure className={styles.figure}>
      <div className={styles.scroller}>
        <img
          className={styles.image}
          src={source}
          alt={texts.common.response}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            setSize(`${String(naturalWidth)} × ${String(naturalHeight)}`);
          }}
          onError={() => {
            setIsBroken(true);
          }}
        />
      </div>
      <figcaption className={styles.caption}>
        {size === null ? type : texts.image.caption(type, size)}
      </figcaption>
    </figure>
  );
}

function Instead({ body }: { readonly body: BodyBytes }) {
  const texts = useTexts(exchangeTexts);
  if (body.kind === 'loading') return <Spinner label={texts.image.loading} />;
  return <p className={styles.instead}>{texts.noImage[body.kind]}</p>;
}
