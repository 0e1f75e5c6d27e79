import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Logger } from '../ports/logger.ts';

export interface ElectronLogOptions {
  readonly folder: string;
  /** Also to the terminal. */
  readonly isVerbose: boolean;
}

const MAX_FILE_BYTES = 1024 * 1024;

/**
 * The log in `main.log` of the folder (mode 0600), rotated at 1 MiB with one older file. It writes what it is given: wrap it with
 * `redactingLogger`. The library's Node half is used, because its Electron half opens a channel to every page.
 */
export function electronLogLogger({ folder, isVerbose }: ElectronLogOptions): Logger {
  const log = electronLog.create({ logId: 'keyfob' });
  const { file, console } = log.transports;
  file.resolvePathFn = () => join(folder, 'main.log');
  file.maxSize = MAX_FILE_BYTES;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  // Lines are few and short, and the last ones before a crash are the ones that matter.
  file.sync = true;
  file.format = '[{iso}] [{level}] {text}';
  console.level = isVerbose ? 'debug' : false;
  console.format = '[{level}] {text}';
  const write =
    (level: keyof Logger): Logger['info'] =>
    (message, fields) => {
      log[level](fields === undefined ? message : `${message} ${JSON.stringify(fields)}`);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
