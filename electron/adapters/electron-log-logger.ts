import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Logger } from '../ports/logger.ts';

export interface ElectronLogOptions {
  readonly folder: string;
  /** Also to the terminal. */
  readonly isVerbose: boolean;
  /** Masks every secret that it finds in a text. */
  readonly redact: (text: string) => string;
}

const MAX_FILE_BYTES = 1024 * 1024;

/**
 * The log in `logs/main.log` (mode 0600), rotated at 1 MiB with one older file. The library's Node half is used: its Electron
 * half opens a channel to every page.
 */
export function electronLogLogger({ folder, isVerbose, redact }: ElectronLogOptions): Logger {
  const log = electronLog.create({ logId: 'keyfob' });
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = MAX_FILE_BYTES;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.sync = false;
  log.transports.file.format = '[{iso}] [{level}] {text}';
  log.transports.console.level = isVerbose ? 'debug' : false;
  log.transports.console.format = '[{level}] {text}';
  const write =
    (level: keyof Logger): Logger['info'] =>
    (message, fields) => {
      log[level](redact(fields === undefined ? message : `${message} ${printed(fields)}`));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** One line; an error without its message, since a library's message may repeat a value. */
function printed(fields: Readonly<Record<string, unknown>>): string {
  const seen = new Set<unknown>();
  return JSON.stringify(fields, (_key, value: unknown) => {
    if (value instanceof Error) return { name: value.constructor.name };
    if (typeof value === 'bigint') return value.toString();
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '[seen]';
    seen.add(value);
    return value;
  });
}
