import type { Notifier } from '../ports/notifier.ts';
import type { VaultCustody } from '../vault/vault.ts';

/** Locks from the menu or the tray, which have no place of their own to say why it was refused. */
export function lockByHand(vault: Pick<VaultCustody, 'lock'>, notifier: Notifier): void {
  const locked = vault.lock('hand');
  if (locked.ok) return;
  const { message, remedy } = locked.error;
  notifier.show({ title: 'Keyfob is not locked', body: `${message} ${remedy}` });
}
