import { ok, type Result } from '../../shared/domain/app-error.ts';
import { cmdCommands, isForCmd } from './curl/cmd-words.ts';
import { readCurlOptions } from './curl/curl-options.ts';
import { curlRequests } from './curl/curl-request.ts';
import { shellCommands, type ShellCommand } from './curl/shell-words.ts';
import type { Converted, Importer, ImportNote } from './importer.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import type { JsonObject } from './json-value.ts';
import { collectionDocument } from './postman-parts.ts';
import { told, worded } from '../told.ts';

/** Comments may stand before the first command. */
const COMMAND = /^(?:#[^\n]*\n\s*)*(?:[$>]\s+)?curl(?:\.exe)?\s/;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** curl commands as they stand in a POSIX shell or in cmd.exe, one or several. */
export const curlImporter: Importer = {
  id: 'curl',
  detect: ({ text }) => text !== null && COMMAND.test(text.trimStart()),
  convert({ text }): Result<Converted> {
    if (text === null) return notReadable(told('noCurl'));
    if (text.length > MAX_CHARACTERS) return tooLarge(told('curlTooLong'));
    const trimmed = text.trim();
    const read = isForCmd(trimmed) ? cmdCommands(trimmed) : shellCommands(trimmed);
    const items: JsonObject[] = [];
    const notes: ImportNote[] = [];
    for (const command of read.flatMap(withoutPrompt)) {
      const words = command.words.slice(1);
      for (const part of splitAtNext(words)) {
        const converted = curlRequests(readCurlOptions(part));
        items.push(...converted.items);
        notes.push(...converted.notes);
      }
      if (command.hasSubstitution) {
        notes.push({
          kind: 'changed',
          what: worded('importCommandAsText'),
          where: '',
        });
      }
    }
    if (items.length === 0) return notReadable(told('curlWithoutUrl'));
    return ok({ collections: [collectionDocument({ name: 'cURL', item: items })], environments: [], notes });
  },
};

/** Only curl itself, without a prompt that was copied along. */
function withoutPrompt(command: ShellCommand): readonly ShellCommand[] {
  const words = command.words[0] === '$' ? command.words.slice(1) : command.words;
  return /^(?:.*[/\\])?curl(?:\.exe)?$/i.test(words[0] ?? '') ? [{ ...command, words }] : [];
}

function splitAtNext(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (word === '--next' || word === '-:') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
