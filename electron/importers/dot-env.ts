import { ok } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import type { ImportNote, Importer } from './importer.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { environmentDocument, type Row } from './postman-parts.ts';
import { told, worded } from '../told.ts';

const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.-]{0,199})\s*=\s*(.*)$/;

/** `NAME=value` lines (dotenv), with quotes, comments and `export`. Nothing is expanded: `$NAME` becomes `{{NAME}}`. */
export const dotEnvImporter: Importer = {
  id: 'dot-env',
  detect({ text }) {
    if (text === null) return false;
    const lines = text
      .slice(0, 20_000)
      .split('\n')
      .map((line) => line.trim());
    const meant = lines.filter((line) => line !== '' && !line.startsWith('#'));
    return (
      meant.length > 0 &&
      LINE.test(meant[0] ?? '') &&
      meant.filter((line) => LINE.test(line)).length * 2 > meant.length
    );
  },
  convert({ text, files }) {
    if (text === null) return notReadable(told('noDotEnv'));
    const { rows, notes } = readLines(text);
    if (rows.length > IMPORT_LIMITS.variables) return tooLarge(told('dotEnvTooMany'));
    if (rows.length === 0) return notReadable(told('dotEnvEmpty'));
    const path = files[0]?.path ?? '';
    const name = path.split('/').at(-1) ?? '';
    return ok({
      collections: [],
      environments: [environmentDocument(name === '' ? '.env' : name, rows)],
      notes,
    });
  },
};

function readLines(text: string): { readonly rows: readonly Row[]; readonly notes: readonly ImportNote[] } {
  const rows = new Map<string, Row>();
  const notes: ImportNote[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const match = LINE.exec(line);
    if (match === null) {
      notes.push({ kind: 'dropped', what: worded('importLineLeft', { line: index + 1 }), where: '' });
      continue;
    }
    const [, key = '', start = ''] = match;
    const quote = start.charAt(0);
    if (quote !== '"' && quote !== "'" && quote !== '`') {
      rows.set(key, { key, value: withTemplates(withoutComment(start).trim()) });
      continue;
    }
    const quoted = [start.slice(1)];
    while (!closes(quoted.at(-1) ?? '', quote) && index + 1 < lines.length) {
      index += 1;
      quoted.push(lines[index] ?? '');
    }
    rows.set(key, { key, value: unquoted(quoted.join('\n'), quote) });
  }
  return { rows: [...rows.values()], notes };
}

/** A comment begins at a `#` after white space. */
function withoutComment(text: string): string {
  const comment = /\s#/.exec(text);
  return comment === null ? text : text.slice(0, comment.index);
}

function closes(text: string, quote: string): boolean {
  return closingQuote(text, quote) !== -1;
}

function closingQuote(text: string, quote: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (quote === '"' && text[index] === '\\') index += 1;
    else if (text[index] === quote) return index;
  }
  return -1;
}

function unquoted(text: string, quote: string): string {
  const end = closingQuote(text, quote);
  const content = end === -1 ? text : text.slice(0, end);
  if (quote !== '"') return content;
  return withTemplates(
    content.replaceAll(
      /\\([nrt"\\$])/g,
      (_whole, escaped: string) => ({ n: '\n', r: '\r', t: '\t' })[escaped] ?? escaped,
    ),
  );
}

function withTemplates(value: string): string {
  return value.replaceAll(/\$\{([A-Za-z_]\w{0,99})\}/g, '{{$1}}');
}
