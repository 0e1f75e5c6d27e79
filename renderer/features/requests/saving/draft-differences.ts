import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { isSameDraft } from '../draft.ts';

const PARTS = [
  ['name', 'Name'],
  ['method', 'Method'],
  ['url', 'URL'],
  ['params', 'Params'],
  ['pathVariables', 'Path variables'],
  ['headers', 'Headers'],
  ['body', 'Body'],
  ['keyChoice', 'Auth'],
  ['settings', 'Settings'],
] as const satisfies readonly (readonly [keyof RequestDraft, string])[];

/** In which of its parts a draft differs from another, as the editor calls them. */
export function draftDifferences(left: RequestDraft, right: RequestDraft): readonly string[] {
  return PARTS.filter(([part]) => !isSameDraft(left, { ...left, [part]: right[part] })).map(
    ([, label]) => label,
  );
}

/** What is typed carried over to what the file says now, where only the name changed there; `null` where more did. */
export function rebased(
  { original, draft }: { readonly original: RequestDraft; readonly draft: RequestDraft },
  onDisk: RequestDraft,
): RequestDraft | null {
  if (!isSameDraft({ ...original, name: '' }, { ...onDisk, name: '' })) return null;
  return draft.name === original.name ? { ...draft, name: onDisk.name } : draft;
}
