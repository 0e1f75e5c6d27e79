import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { Asker } from './electron-dialogs.ts';

/** The system's file dialogs, over the window while there is one. */
export function electronFileDialog({ window: parent, texts }: Asker): FileDialog {
  return {
    async chooseSaveFile({ purpose, suggestedName, kind }) {
      const { files } = texts();
      const options: SaveDialogOptions = {
        title: files.save[purpose],
        defaultPath: suggestedName,
        filters: [{ name: files.kinds[kind.name], extensions: [kind.extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = parent();
      const { canceled, filePath } =
        window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : { path: filePath, name: basename(filePath) };
    },
    async chooseExisting({ purpose, kind, origin }) {
      const { files } = texts();
      const options: OpenDialogOptions = {
        title: origin === undefined ? files.open[purpose] : files.sendTo(origin),
        properties: [kind === 'folder' ? 'openDirectory' : 'openFile', 'showHiddenFiles'],
      };
      const window = parent();
      const { filePaths } =
        window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
      const [chosen] = filePaths;
      if (chosen === undefined) return null;
      // What is gone again, or may not be looked at, is told by whoever reads it.
      const path = await realpath(chosen).catch(() => chosen);
      return { path, name: basename(path) };
    },
  };
}
