import type { Notifier } from '../ports/notifier.ts';
import type { VaultCustody } from '../vault/vault.ts';
import type { Speaker } from './speaker.ts';

export interface LockByHandParts {
  readonly vault: Pick<VaultCustody, 'lock'>;
  readonly notifier: Notifier;
  readonly speaker: Speaker;
}

/** Locks from the menu or the tray, which have no place of their own to say why it was refused. */
export function lockByHand({ vault, notifier, speaker }: LockByHandParts): void {
  const locked = vault.lock('hand');
  if (locked.ok) return;
  const { message, remedy } = speaker.speech().wordsOf(locked.error);
  notifier.show({ title: speaker.texts().notLocked, body: `${message} ${remedy}` });
}
