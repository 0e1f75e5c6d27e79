import type { Vault } from '../vault/vault.ts';
import type { StartOptions } from './start-options.ts';

/** Reads the master key at start; in memory mode takes memory as its holder without asking. */
export async function openVault(
  vault: Pick<Vault, 'open' | 'useMemory'>,
  masterKey: StartOptions['masterKey'],
): Promise<void> {
  const state = await vault.open();
  if (masterKey === 'memory' && state.kind !== 'unlocked') await vault.useMemory();
}
