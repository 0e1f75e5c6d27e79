import type { PolicyDraft } from '../../../shared/domain/key-policy.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { changesNothing } from './policy-form.ts';

/** Saves the policies, then the preference, each only when it changed; stops at the first that is refused. */
export function useSaveKeySettings(onSaved: () => void) {
  const setPolicy = useCommand('policy.set');
  const setPreferences = useCommand('preferences.set');
  const submit = async (input: { draft: PolicyDraft; clipboardClearSeconds: number }): Promise<void> => {
    if (!changesNothing(input.draft) && !(await setPolicy.run({ draft: input.draft })).ok) return;
    const { clipboardClearSeconds } = input;
    if ((await setPreferences.run({ clipboardClearSeconds })).ok) onSaved();
  };
  return {
    submit: (input: { readonly draft: PolicyDraft; readonly clipboardClearSeconds: number }) =>
      void submit(input),
    isPending: setPolicy.isPending || setPreferences.isPending,
    error: setPolicy.error ?? setPreferences.error,
  };
}
