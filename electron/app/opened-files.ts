import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';
import { IMPORT_FILE, type Destination } from './navigation.ts';

/** More than a person opens at once: something else is going on. */
const MOST_FILES = 20;
/** What systems allow, in characters. */
const LONGEST_PATH = 4_096;

/**
 * The path of a file that the system says is to be opened, or null. It comes from another program: switches, addresses, and what is no file of
 * JSON by its name are none of Keyfob's. Nothing is read here.
 */
export function openablePath(argument: string, workingDirectory: string): string | null {
  if (argument.length > LONGEST_PATH || argument.startsWith('-') || argument.includes('\0')) return null;
  const path = /^[a-z][a-z\d+.-]*:\/\//i.test(argument) ? pathOfAddress(argument) : argument;
  if (path === null || !/[^/\\]\.json$/i.test(path)) return null;
  return isAbsolute(path) ? path : resolve(workingDirectory, path);
}

/** Linux desktops pass files as addresses. One on another computer is not Keyfob's to read. */
function pathOfAddress(address: string): string | null {
  if (!/^file:\/\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return null;
  // What follows a path in an address says something to a server.
  if (/[?#]/.test(address)) return null;
  try {
    const path = fileURLToPath(address);
    return path.includes('\0') ? null : path;
  } catch (error) {
    // An encoded slash, or another computer's name.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** The files that a start was asked to open; none when there are more than a person opens at once. */
export function filesOfArguments(args: readonly string[], workingDirectory: string): readonly string[] {
  const paths: string[] = [];
  for (const argument of args.slice(1)) {
    const path = openablePath(argument, workingDirectory);
    if (path !== null) paths.push(path);
    if (paths.length > MOST_FILES) return [];
  }
  return paths;
}

export interface OpenedFiles {
  /** From now on files that are opened show Import; those that came before do too. */
  readonly follow: (goTo: (destination: Destination) => void) => void;
  /** The files that wait for the window to look at them, once. */
  readonly take: () => readonly string[];
}

/** Listens for files. To be called before the app is ready: macOS passes the file that it was started for early. */
export function listenForFiles(
  app: Pick<App, 'on'>,
  args: readonly string[],
  workingDirectory: string,
): OpenedFiles {
  let waiting = filesOfArguments(args, workingDirectory);
  let show = (): void => undefined;
  const open = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    // The newest are looked at: an import that was not even looked at is no loss.
    waiting = paths;
    show();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const opened = openablePath(path, '/');
    open(opened === null ? [] : [opened]);
  });
  app.on('second-instance', (_event, argv, directory) => {
    open(filesOfArguments(argv, directory));
  });
  return {
    follow(goTo) {
      show = () => {
        goTo(IMPORT_FILE);
      };
      if (waiting.length > 0) show();
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
