/** Every format as Electron names it: https://www.electronjs.org/docs/latest/api/clipboard */
function systemFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

const FALSE_DWORD = new Uint8Array(4);

/**
 * The formats that tell clipboard histories to leave a text out, with what they hold:
 * macOS http://nspasteboard.org; Windows https://learn.microsoft.com/en-us/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats;
 * Linux what KDE's Klipper reads, and others with it.
 */
export function concealedFormats(platform: NodeJS.Platform): Readonly<Record<string, string | Blob>> {
  switch (platform) {
    case 'darwin':
      return {
        [systemFormat('org.nspasteboard.ConcealedType')]: '',
        [systemFormat('org.nspasteboard.TransientType')]: '',
      };
    case 'win32':
      return {
        [systemFormat('ExcludeClipboardContentFromMonitorProcessing')]: new Blob([FALSE_DWORD]),
        [systemFormat('CanIncludeInClipboardHistory')]: new Blob([FALSE_DWORD]),
        [systemFormat('CanUploadToCloudClipboard')]: new Blob([FALSE_DWORD]),
      };
    default:
      return { [systemFormat('x-kde-passwordManagerHint')]: 'secret' };
  }
}
