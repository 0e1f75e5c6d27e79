import { useEffect, useState } from 'react';
import type { Response } from '../../../shared/domain/exchange.ts';
import { bytesOfHex } from './body-bytes.ts';
import { useResponseActions } from './response-actions.ts';

export type BodyBytes =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  /** The whole of it is no longer kept. */
  | { readonly kind: 'gone' };

/** What is shown as an image at most. */
export const MAX_SHOWN_BYTES = 8 * 1024 * 1024;

/** All bytes of a body: those that are here when that is all, else those that the main process keeps. */
export function useBodyBytes(id: string, response: Response): BodyBytes {
  const actions = useResponseActions();
  const here = bytesHere(response);
  const isAsked = here === null && response.bodyBytes <= MAX_SHOWN_BYTES && actions !== null;
  const [read, setRead] = useState<BodyBytes>({ kind: 'loading' });
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    void actions.readBody(id, 0, MAX_SHOWN_BYTES).then((part) => {
      if (isCurrent) setRead(part === null ? { kind: 'gone' } : { kind: 'loaded', bytes: part.bytes });
    });
    return () => {
      isCurrent = false;
    };
  }, [actions, id, isAsked]);
  if (here !== null) return here;
  if (response.bodyBytes > MAX_SHOWN_BYTES) return { kind: 'too-large' };
  return isAsked ? read : { kind: 'gone' };
}

function bytesHere({ body }: Response): BodyBytes | null {
  if (body.kind === 'empty') return { kind: 'loaded', bytes: new Uint8Array() };
  if (body.isTruncated) return null;
  const bytes = body.kind === 'text' ? new TextEncoder().encode(body.text) : bytesOfHex(body.hex);
  return { kind: 'loaded', bytes };
}
