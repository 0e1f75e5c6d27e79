type Surface = Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBoxSync'>;

const messageOptions = (args: readonly unknown[]): Electron.MessageBoxOptions =>
  args.at(-1) as Electron.MessageBoxOptions; // The window before the options may be left out.

const cancelled = (options: Electron.MessageBoxOptions): number => options.cancelId ?? 0;

/**
 * No dialog is drawn. Every one is cancelled, as if the person pressed Escape; a test queues other answers (host-recorder.ts),
 * and what was asked is said on the terminal.
 */
export function createDialog(say: (text: string) => void) {
  const ask = (args: readonly unknown[]): Electron.MessageBoxOptions => {
    const options = messageOptions(args);
    say(
      `dialog: ${options.message}${options.detail === undefined ? '' : ` — ${options.detail}`} (cancelled)`,
    );
    return options;
  };
  return {
    showMessageBox: (...args: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> =>
      Promise.resolve({ response: cancelled(ask(args)), checkboxChecked: false }),
    showMessageBoxSync: (...args: readonly unknown[]): number => cancelled(ask(args)),
    showOpenDialog: (): Promise<Electron.OpenDialogReturnValue> =>
      Promise.resolve({ canceled: true, filePaths: [] }),
    showSaveDialog: (): Promise<Electron.SaveDialogReturnValue> =>
      Promise.resolve({ canceled: true, filePath: '' }),
    showErrorBox(title: string, content: string): void {
      say(`error box: ${title} — ${content}`);
    },
  } satisfies Surface & Record<'showMessageBox' | 'showOpenDialog' | 'showSaveDialog', unknown>;
}
