import type { CommandName } from '../../shared/contract/contract.ts';
import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';

/** What the lock screen needs, and what ends something that runs. Everything else waits for the unlocking. */
const OPEN_WHILE_LOCKED: ReadonlySet<CommandName> = new Set<CommandName>([
  'app.getState',
  'preferences.get',
  'vault.retry',
  'vault.lock',
  'vault.unlock',
  'vault.getTouchId',
  'vault.openRecoveryKit',
  'requests.cancel',
  'runs.cancel',
  'requests.stop',
  'responses.stopFilter',
  'exposed.cancel',
  'moving.cancel',
  'updates.cancel',
  'ledger.restoreBackup',
  'ledger.startEmpty',
  'localApi.getState',
  'quickCopy.close',
  'quickCopy.openKeyfob',
]);

/** Says why a command is refused now: while Keyfob is locked nothing is listed, sent, changed or exported. */
export function createLockedGate(vault: {
  readonly state: () => VaultState;
}): (command: CommandName) => AppError | null {
  return (command) =>
    vault.state().kind === 'locked' && !OPEN_WHILE_LOCKED.has(command) ? appError('vault-locked') : null;
}
