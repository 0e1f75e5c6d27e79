import { clipboard, ClipboardItem } from 'electron';
import type { Clipboard } from '../ports/clipboard.ts';
import { concealedFormats } from './concealed-formats.ts';

export function electronClipboard(platform: NodeJS.Platform): Clipboard {
  return {
    // One write of one item: all formats arrive together, or none.
    writeConcealed: (text) =>
      clipboard.write([new ClipboardItem({ 'text/plain': text, ...concealedFormats(platform) })]),
    writeText: (text) => clipboard.write([new ClipboardItem({ 'text/plain': text })]),
    readText: () => clipboard.readText(),
    clear() {
      clipboard.clear();
      return Promise.resolve();
    },
  };
}
