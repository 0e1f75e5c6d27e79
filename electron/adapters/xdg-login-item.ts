import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LoginItemError, type LoginItem } from '../ports/login-item.ts';

interface XdgLoginItemOptions {
  /** `keyfob.desktop` in the person's autostart folder. */
  readonly file: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/**
 * A desktop entry in the autostart folder, there while it is on.
 * https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function xdgLoginItem({ file, command }: XdgLoginItemOptions): LoginItem {
  return {
    isOn() {
      const text = read(file);
      // The settings of desktops switch an entry off by a line in it.
      return text !== null && !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(text);
    },
    set(isOn) {
      try {
        if (isOn) write(file, desktopEntry(command));
        else rmSync(file, { force: true });
      } catch (cause) {
        throw new LoginItemError('The autostart entry could not be changed', { cause });
      }
    },
  };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A file that is missing or cannot be read starts nothing that Keyfob could answer for.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Whole or not at all. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  writeFileSync(draft, text, { mode: 0o644 });
  renameSync(draft, file);
}

function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Keyfob',
    'Comment=Makes, keeps and uses API keys',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=keyfob',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * Quoted twice, as the specification says: as an argument, and as a string of the file; `%` stands for itself when doubled.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
export function quoted(argument: string): string {
  const inner = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return `"${inner}"`
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
}
