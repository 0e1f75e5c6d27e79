import { expect, test } from 'vitest';
import { createLockedGate } from '../../../electron/ipc/locked-gate.ts';
import { commands, type CommandName } from '../../../shared/contract/contract.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { holds } from '../../support/holds.ts';

const names = Object.keys(commands) as CommandName[]; // the contract's own keys
const refusedIn = (state: VaultState) => {
  const gate = createLockedGate({ state: () => state });
  return names.filter((name) => gate(name) !== null);
};

test(
  'while Keyfob is locked nothing is listed, copied, revealed, sent or exported',
  holds('confinement.locked'),
  () => {
    const refused = refusedIn({ kind: 'locked', holder: 'keychain', reason: 'hand' });
    const open = names.filter((name) => !refused.includes(name));
    expect(open.toSorted()).toEqual([
      'app.getState',
      'exposed.cancel',
      'ledger.restoreBackup',
      'ledger.startEmpty',
      'localApi.getState',
      'moving.cancel',
      'preferences.get',
      'quickCopy.close',
      'quickCopy.openKeyfob',
      'requests.cancel',
      'requests.stop',
      'responses.stopFilter',
      'runs.cancel',
      'updates.cancel',
      'vault.getTouchId',
      'vault.lock',
      'vault.openRecoveryKit',
      'vault.retry',
      'vault.unlock',
    ]);
  },
);

test.each([
  { kind: 'unlocked', holder: 'keychain' },
  { kind: 'empty' },
  { kind: 'unreadable', reason: 'keychain-locked', message: '', remedy: '' },
] as const)('nothing is refused while the vault is $kind', (state) => {
  expect(refusedIn(state)).toEqual([]);
});
