import { failed, ok } from '../../shared/domain/app-error.ts';
import type { FakeState } from './fake-bridge-state.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';

/** The vault's commands: locks, unlocks and moves as the main process does, with `state.passphrase` as the right one. */
export function fakeVaultHandlers(state: FakeState, publish: Publish): HandlersOf<'vault'> {
  const setVault = (vault: FakeState['vault']) => {
    state.vault = vault;
    publish('vault.changed', vault);
    return ok(vault);
  };
  return {
    'vault.retry': () => ok(state.vault),
    'vault.useMemory': () => setVault({ kind: 'unlocked', holder: 'memory' }),
    'vault.lock': () => {
      if (state.vault.kind !== 'unlocked') return ok(state.vault);
      const { holder } = state.vault;
      if (holder === 'memory') return failed('lock-needs-holder');
      return setVault({ kind: 'locked', holder, reason: 'hand' });
    },
    'vault.unlock': ({ passphrase }) => {
      if (state.vault.kind !== 'locked') return ok(state.vault);
      const { holder } = state.vault;
      if (holder === 'keychain' && state.touchId.isOn && !state.answersTouchId)
        return failed('touch-id-refused');
      if (holder === 'passphrase' && passphrase !== state.passphrase) return failed('passphrase-wrong');
      return setVault({ kind: 'unlocked', holder });
    },
    'vault.usePassphrase': ({ passphrase }) => {
      state.passphrase = passphrase;
      return setVault({ kind: 'unlocked', holder: 'passphrase' });
    },
    'vault.changePassphrase': ({ current, next }) => {
      if (current !== state.passphrase) return failed('passphrase-wrong');
      state.passphrase = next;
      return ok(state.vault);
    },
    'vault.useKeychain': () => setVault({ kind: 'unlocked', holder: 'keychain' }),
    'vault.getTouchId': () => ok(state.touchId),
    'vault.setTouchId': ({ isOn }) => {
      if (state.vault.kind !== 'unlocked' || state.vault.holder !== 'keychain')
        return failed('touch-id-needs-keychain');
      if (!state.answersTouchId) return failed('touch-id-refused');
      state.touchId = { ...state.touchId, isOn };
      publish('touchId.changed', {});
      return ok(state.touchId);
    },
    'vault.saveRecoveryKit': () => ok({ kind: 'saved', fileName: 'kit.json' }),
    'vault.openRecoveryKit': ({ passphrase }) => {
      if (passphrase !== state.passphrase) return failed('passphrase-wrong');
      setVault({ kind: 'unlocked', holder: 'keychain' });
      return ok({ kind: 'opened', vault: state.vault });
    },
  };
}
