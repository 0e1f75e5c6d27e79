/** Systems differ in their command key: Cmd on macOS, Ctrl elsewhere. */
export type CommandPlatform = 'linux' | 'darwin' | 'win32';

export interface HeldKeys {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Whether the system's command key is held, and not the other: on macOS Ctrl with a letter belongs to text fields (Ctrl+K cuts to the end
 * of the line, Ctrl+A goes to its beginning), and the Windows key belongs to the desktop.
 */
export function isCommandHeld({ ctrlKey, metaKey }: HeldKeys, platform: CommandPlatform): boolean {
  return platform === 'darwin' ? metaKey && !ctrlKey : ctrlKey && !metaKey;
}
