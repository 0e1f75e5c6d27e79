import { useMemo, useState } from 'react';
import type { Response } from '../../../shared/domain/exchange.ts';
import { Spinner } from '../spinner.tsx';
import { dataUrl } from './body-bytes.ts';
import styles from './image-body.module.css';
import { type BodyBytes, useBodyBytes } from './use-body-bytes.ts';

interface ImageBodyProps {
  /** Of the exchange. */
  readonly id: string;
  readonly response: Response;
  readonly type: string;
}

/** A response that is an image, as an image and nothing else: an SVG's scripts and addresses do nothing in one. */
export function ImageBody({ id, response, type }: ImageBodyProps) {
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
          alt="Response"
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            setSize(`${String(naturalWidth)} × ${String(naturalHeight)}`);
          }}
          onError={() => {
            setIsBroken(true);
          }}
        />
      </div>
      <figcaption className={styles.caption}>{size === null ? type : `${type} · ${size} pixels`}</figcaption>
    </figure>
  );
}

const TEXTS: Record<BodyBytes['kind'], string> = {
  loading: '',
  loaded: 'This is not the image that its type says, or it is damaged. See its bytes, or save it.',
  'too-large': 'The image is too large to be shown here. Save it to look at it.',
  gone: 'The whole image is no longer kept. Send the request again to see it.',
};

function Instead({ body }: { readonly body: BodyBytes }) {
  if (body.kind === 'loading') return <Spinner label="Loading the image" />;
  return <p className={styles.instead}>{TEXTS[body.kind]}</p>;
}
