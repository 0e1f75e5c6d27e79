import { useEffect, useMemo, useState } from 'react';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import { type QueryState, useCommandQuery } from '../../bridge/use-command-query.ts';
import { previewDraft } from './draft.ts';

export type Preview = CommandOutput<'requests.preview'>;

const DEBOUNCE_MS = 150;

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

/** Where the request would go and what would become of its key, asked a moment after the last change. */
export function usePreview(
  key: string,
  draft: RequestDraft,
  { collectionId, requestId }: { readonly collectionId: string | null; readonly requestId: string | null },
): QueryState<Preview> | null {
  const input = useMemo(
    () => ({ key, draft: previewDraft(draft), collectionId, requestId }),
    [key, draft, collectionId, requestId],
  );
  const settled = useSettled(input);
  // Another request is previewed at once: what is known of the one before says nothing about it.
  const asked = settled.key === key ? settled : input;
  const isEnabled = asked.draft.url.trim() !== '';
  const query = useCommandQuery(
    'requests.preview',
    { draft: asked.draft, collectionId: asked.collectionId, requestId: asked.requestId },
    { isEnabled, keepsPrevious: true },
  );
  return isEnabled ? query : null;
}
