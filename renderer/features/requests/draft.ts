import { type FieldRow, type RequestDraft, textsOfBody } from '../../../shared/domain/http-request.ts';

export const EMPTY_ROW: FieldRow = { name: '', value: '', isEnabled: true };

export function isEmptyRow(row: FieldRow): boolean {
  return row.name === '' && row.value === '';
}

const ROW_SEPARATOR = /[:=\t]/;

/**
 * Rows from pasted lines of `name: value`, `name=value` or `name<tab>value`; `null` when the text is a single line and
 * so is meant for one field.
 */
export function rowsFromLines(text: string): readonly FieldRow[] | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  return lines.map((line) => {
    const at = line.search(ROW_SEPARATOR);
    if (at === -1) return { ...EMPTY_ROW, name: line.trim() };
    return { ...EMPTY_ROW, name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
  });
}

/** Puts pasted rows in the place of the row at `index`. */
export function withPastedRows(
  rows: readonly FieldRow[],
  index: number,
  pasted: readonly FieldRow[],
): readonly FieldRow[] {
  return [...rows.slice(0, index), ...pasted, ...rows.slice(index + 1)];
}

function areSameRows(left: readonly FieldRow[], right: readonly FieldRow[]): boolean {
  return (
    left === right ||
    (left.length === right.length &&
      left.every((row, index) => {
        const other = right[index];
        return other?.name === row.name && other.value === row.value && other.isEnabled === row.isEnabled;
      }))
  );
}

function areSameBodies(left: RequestDraft['body'], right: RequestDraft['body']): boolean {
  if (left.kind === 'form') return right.kind === 'form' && areSameRows(left.fields, right.fields);
  if ('text' in left) return left.kind === right.kind && 'text' in right && left.text === right.text;
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether two drafts would send the same request. */
export function isSameDraft(left: RequestDraft, right: RequestDraft): boolean {
  if (left === right) return true;
  return (
    left.name === right.name &&
    left.method === right.method &&
    left.url === right.url &&
    areSameRows(left.params, right.params) &&
    areSameRows(left.pathVariables, right.pathVariables) &&
    areSameRows(left.headers, right.headers) &&
    areSameBodies(left.body, right.body) &&
    JSON.stringify([left.keyChoice, left.settings, left.keeps ?? []]) ===
      JSON.stringify([right.keyChoice, right.settings, right.keeps ?? []])
  );
}

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Whether a text holds one of these variables as `{{name}}`. */
export function holdsVariable(text: string, names: readonly string[]): boolean {
  return text.includes('{{') && [...text.matchAll(VARIABLE)].some(([, name]) => names.includes(name ?? ''));
}

/**
 * What a preview needs of a draft: the whole, with nothing of a text body but its variables, since a body may be
 * megabytes and is not what is previewed.
 */
export function previewDraft(draft: RequestDraft): RequestDraft {
  const texts = textsOfBody(draft.body);
  if (texts.length === 0) return draft;
  const variables = [...new Set(Array.from(texts.join('\n').matchAll(VARIABLE), ([whole]) => whole))];
  return { ...draft, body: { kind: 'text', text: variables.join(' ') } };
}

/** The parameters of a query that was typed into the URL, and the URL without them; `null` where there is none. */
export function splitQuery(
  url: string,
): { readonly url: string; readonly query: string; readonly params: readonly FieldRow[] } | null {
  const start = url.indexOf('?');
  if (start === -1) return null;
  const hash = url.indexOf('#', start);
  const end = hash === -1 ? url.length : hash;
  const query = url.slice(start + 1, end);
  const params = [...new URLSearchParams(query)].map(([name, value]) => ({ name, value, isEnabled: true }));
  return { url: url.slice(0, start) + url.slice(end), query, params };
}
