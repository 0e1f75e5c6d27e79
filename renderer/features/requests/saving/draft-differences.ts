import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { isSameDraft } from '../draft.ts';

const PARTS = [
  'name',
  'method',
  'url',
  'params',
  'pathVariables',
  'headers',
  'body',
  'keyChoice',
  'settings',
] as const satisfies readonly (keyof RequestDraft)[];

export type DraftPart = (typeof PARTS)[number];

/** In which of its parts a draft differs from another. */
export function draftDifferences(left: RequestDraft, right: RequestDraft): readonly DraftPart[] {
  return PARTS.filter((part) => !isSameDraft(left, { ...left, [part]: right[part] }));
}

/** What is typed carried over to what the file says now, where only the name changed there; `null` where more did. */
export function rebased(
  { original, draft }: { readonly original: RequestDraft; readonly draft: RequestDraft },
  onDisk: RequestDraft,
): RequestDraft | null {
  if (!isSameDraft({ ...original, name: '' }, { ...onDisk, name: '' })) return null;
  return draft.name === original.name ? { ...draft, name: onDisk.name } : draft;
}
