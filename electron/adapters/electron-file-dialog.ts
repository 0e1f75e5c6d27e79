import { basename } from 'node:path';
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';
import type { FileDialog } from '../ports/file-dialog.ts';

/** The system's file dialogs, over the window while there is one. */
export function electronFileDialog(parent: () => BrowserWindow | null): FileDialog {
  return {
    async chooseSaveFile({ title, suggestedName, kind }) {
      const options: SaveDialogOptions = {
        title,
        defaultPath: suggestedName,
        filters: [{ name: kind.name, extensions: [kind.extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = parent();
      const { canceled, filePath } =
        window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : { path: filePath, name: basename(filePath) };
    },
  };
}
