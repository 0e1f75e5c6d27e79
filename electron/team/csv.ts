/** What a spreadsheet takes for a formula when a cell begins with it, in East Asian ones wide too; tab and line breaks hide one (OWASP, CSV Injection). */
const FORMULA_START = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * CSV as RFC 4180 has it: CRLF, quotes doubled. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe,
 * which spreadsheets show as text.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
