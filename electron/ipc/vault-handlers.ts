import type { vaultCommands } from '../../shared/contract/vault-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { RecoveryKitFiles } from '../vault/recovery-kit-file.ts';
import type { TouchIdSetting } from '../vault/touch-id-setting.ts';
import type { Vault, VaultCustody } from '../vault/vault.ts';
import type { Handlers } from './handlers.ts';

export interface VaultHandlerParts {
  readonly vault: Vault & VaultCustody;
  readonly recoveryKits: RecoveryKitFiles;
  readonly touchIdSetting: TouchIdSetting;
}

/** The vault's holder, and locking. */
export function vaultHandlers({
  vault,
  recoveryKits,
  touchIdSetting,
}: VaultHandlerParts): Pick<Handlers, keyof typeof vaultCommands> {
  return {
    'vault.retry': async () => ok(await vault.open()),
    'vault.useMemory': () => vault.useMemory(),
    'vault.lock': () => vault.lock('hand'),
    'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
    'vault.usePassphrase': ({ passphrase }) => vault.usePassphrase(passphrase),
    'vault.changePassphrase': (change) => vault.changePassphrase(change),
    'vault.useKeychain': () => vault.useKeychain(),
    'vault.getTouchId': () => ok(touchIdSetting.state()),
    'vault.setTouchId': ({ isOn }) => touchIdSetting.set(isOn),
    'vault.saveRecoveryKit': ({ passphrase }) => recoveryKits.save(passphrase),
    'vault.openRecoveryKit': ({ passphrase }) => recoveryKits.open(passphrase),
  };
}
