import { inPosixShell, inPowerShell } from './string-literals.ts';
import {
  joinRepeated,
  joinTexts,
  plainText,
  type SnippetHeader,
  type SnippetRequest,
  type SnippetText,
} from './snippet-text.ts';

/** A word that no shell reads as anything else. */
function bare(text: string): string | null {
  return /^[A-Z]+$/.test(text) ? text : null;
}

/** One argument; the quotes end before a variable, so that it is read. */
function argument(text: SnippetText): string {
  if (text.length === 0) return "''";
  return text
    .map((piece) => (piece.kind === 'text' ? inPosixShell(piece.text) : `"$${piece.variable}"`))
    .join('');
}

export function curl({ method, url, headers, body }: SnippetRequest): string {
  const hasType = headers.some(({ name }) => name.toLowerCase() === 'content-type');
  const lines = [
    `curl ${method === 'HEAD' && body === null ? '--head' : `--request ${bare(method) ?? argument(plainText(method))}`}`,
    // curl makes several requests of an address with brackets or braces.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    `--url ${argument(plainText(url))}`,
    ...headers.map((header) => `--header ${argument(curlHeader(header))}`),
    ...(body !== null && !hasType ? [`--header 'Content-Type:'`] : []),
    // Only of `--data-raw` an `@` is no file.
    ...(body === null ? [] : [`--data-raw ${argument(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

/** `Name:` would take the header away; `Name;` sends it empty. */
function curlHeader({ name, value }: SnippetHeader): SnippetText {
  return value.length === 0 ? plainText(`${name};`) : joinTexts(plainText(`${name}: `), value);
}

/** An expression that can stand as an argument. */
function expression(text: SnippetText): string {
  const parts = text.flatMap((piece, index) => {
    if (piece.kind === 'text') return inPowerShell(piece.text);
    return index === 0 && text.length > 1 ? ["''", `$env:${piece.variable}`] : [`$env:${piece.variable}`];
  });
  if (parts.length === 0) return "''";
  return parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`;
}

/** Its methods; others are given to `-CustomMethod`, which PowerShell 6 brought. */
const POWERSHELL_METHODS = /^(?:GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/;

export function powerShell({ method, url, headers, body }: SnippetRequest): string {
  const fields = joinRepeated(headers);
  const type = fields.find(({ name }) => name.toLowerCase() === 'content-type');
  const rest = fields.filter((field) => field !== type);
  const lines = [
    `Invoke-RestMethod -${POWERSHELL_METHODS.test(method) ? 'Method' : 'CustomMethod'} ${bare(method) ?? expression(plainText(method))}`,
    `-Uri ${expression(plainText(url))}`,
    ...(type === undefined ? [] : [`-ContentType ${expression(type.value)}`]),
    ...(rest.length === 0
      ? []
      : [
          `-Headers @{ ${rest.map(({ name, value }) => `${expression(plainText(name))} = ${expression(value)}`).join('; ')} }`,
        ]),
    // As bytes: Windows PowerShell sends a text as ISO 8859-1.
    ...(body === null ? [] : [`-Body ([Text.Encoding]::UTF8.GetBytes(${expression(body)}))`]),
  ];
  return lines.join(' `\n  ');
}
