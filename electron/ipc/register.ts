import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { INVOKE_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Dispatch } from './dispatch.ts';
import type { Sender } from './sender.ts';

/** electron-store's own channel: it would tell any page where the user data lies. */
const FOREIGN_CHANNEL = 'electron-store-get-data';

/** The only use of `ipcMain`: one channel, answered by `dispatch`. `quickCopyPage` answers null while the palette has no window. */
export function registerIpc(dispatch: Dispatch, quickCopyPage: () => WebContents | null): void {
  ipcMain.removeAllListeners(FOREIGN_CHANNEL);
  ipcMain.handle(INVOKE_CHANNEL, (event, command: unknown, input: unknown) =>
    dispatch({ sender: senderOf(event, quickCopyPage()), command, input }),
  );
}

/** Read at once: the frame is null, or throws when it is read, as soon as it navigated or was closed. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, quickCopy: WebContents | null): Sender | null {
  if (senderFrame === null || senderFrame.isDestroyed() || senderFrame.detached) return null;
  const page = sender === quickCopy ? { page: 'quick-copy' as const } : {};
  return { url: senderFrame.url, isTopFrame: senderFrame.parent === null, ...page };
}
