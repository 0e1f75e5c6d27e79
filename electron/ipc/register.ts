import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { DROP_CHANNEL, INVOKE_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Dispatch } from './dispatch.ts';
import { isTrustedSender, type Sender } from './sender.ts';

/** electron-store's own channel: it would tell any page where the user data lies. */
const FOREIGN_CHANNEL = 'electron-store-get-data';

export interface IpcParts {
  readonly dispatch: Dispatch;
  /** Null while the palette has no window. */
  readonly quickCopyPage: () => WebContents | null;
  /** Takes what the preload says was dropped onto the main window: unknown, as all that crosses. */
  readonly onDrop: (drop: unknown) => void;
}

/** The only use of `ipcMain`: one channel, answered by `dispatch`, and the one of what is dropped. */
export function registerIpc({ dispatch, quickCopyPage, onDrop }: IpcParts): void {
  ipcMain.removeAllListeners(FOREIGN_CHANNEL);
  ipcMain.handle(INVOKE_CHANNEL, (event, command: unknown, input: unknown) =>
    dispatch({ sender: senderOf(event, quickCopyPage()), command, input }),
  );
  ipcMain.on(DROP_CHANNEL, (event, drop: unknown) => {
    const sender = senderOf(event, quickCopyPage());
    if (isTrustedSender(sender) && sender.page === undefined) onDrop(drop);
  });
}

/** Read at once: the frame is null, or throws when it is read, as soon as it navigated or was closed. */
function senderOf(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  quickCopy: WebContents | null,
): Sender | null {
  if (senderFrame === null || senderFrame.isDestroyed() || senderFrame.detached) return null;
  const page = sender === quickCopy ? { page: 'quick-copy' as const } : {};
  return { url: senderFrame.url, isTopFrame: senderFrame.parent === null, ...page };
}
