import { APP_ORIGIN } from '../../shared/contract/bridge.ts';

/** The frame that a call came from, read from the event before anything was awaited. */
export interface Sender {
  readonly url: string;
  readonly isTopFrame: boolean;
  /** Which of Keyfob's pages it is, by its window and not by its address, which a page can change. The main one when it is not said. */
  readonly page?: 'quick-copy';
}

/**
 * Whether a call comes from Keyfob's own page: its exact origin, in the top frame. `null` stands for a frame that is gone.
 * Electron security checklist, 17: https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isTrustedSender(sender: Sender | null): sender is Sender {
  if (sender === null || !sender.isTopFrame || !URL.canParse(sender.url)) return false;
  const { protocol, host, username, password } = new URL(sender.url);
  // Node calls the origin of every scheme that it does not know "null", so scheme and host are compared themselves.
  return username === '' && password === '' && `${protocol}//${host}` === APP_ORIGIN;
}
