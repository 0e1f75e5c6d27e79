import { failed, type AppError } from '../../shared/domain/app-error.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';

/** The state as the reason why a secret cannot be sealed or opened now. */
export function refusal(state: VaultState): { readonly ok: false; readonly error: AppError } {
  if (state.kind === 'locked') return failed('vault-locked');
  if (state.kind === 'needs-holder') return failed('no-master-key-holder', state);
  return failed('vault-unreadable', state.kind === 'unreadable' ? state : {});
}
