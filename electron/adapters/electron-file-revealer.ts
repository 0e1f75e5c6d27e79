import { shell } from 'electron';
import type { FileRevealer } from '../ports/file-revealer.ts';

export function electronFileRevealer(): FileRevealer {
  return {
    showInFolder(path) {
      shell.showItemInFolder(path);
    },
  };
}
