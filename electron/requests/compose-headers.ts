import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FieldRow } from '../../shared/domain/http-request.ts';
import type { ComposeContext, HeaderField, KeyHeader } from './composed-request.ts';
import { resolveFully, resolveText } from './resolve-text.ts';
import { KEY_VARIABLE, type ResolvedTemplate } from './variables.ts';
import { told } from '../told.ts';

/** RFC 9110, 5.6.2: a field name is a token. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110, 5.5: visible ASCII, space and tab. obs-text (bytes from 0x80) is refused: servers read it differently. */
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;

/** What frames the message or belongs to the connection (RFC 9110, 7.6.1); set by the sender alone. */
const SET_BY_THE_SENDER: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'upgrade',
  'te',
  'trailer',
  'expect',
]);

export interface ComposedHeaders {
  readonly headers: readonly HeaderField[];
  readonly keyHeader: KeyHeader | null;
}

/**
 * The header fields of a request: enabled rows with variables resolved, then the defaults that were not typed.
 * Errors name the header and never repeat its value.
 */
export function composeHeaders(
  rows: readonly FieldRow[],
  contentType: string | null,
  context: ComposeContext,
): Result<ComposedHeaders> {
  const headers: HeaderField[] = [];
  let keyHeader: KeyHeader | null = null;
  let index = -1;
  for (const row of rows) {
    index += 1;
    if (!row.isEnabled || (row.name.trim() === '' && row.value === '')) continue;
    const header = composeHeader(row, `headers.${String(index)}`, context);
    if (!header.ok) return header;
    if ('value' in header.value) {
      headers.push(header.value);
    } else if (keyHeader === null) {
      keyHeader = header.value;
    } else {
      return failed('header-conflict', { ...told('keyInTwoHeaders'), field: `headers.${String(index)}` });
    }
  }
  return ok({ headers: withDefaults(headers, contentType, context), keyHeader });
}

function composeHeader(
  row: FieldRow,
  field: string,
  context: ComposeContext,
): Result<HeaderField | KeyHeader> {
  if (isPlain(row)) return ok({ name: row.name, value: row.value.trim() });
  const name = resolveText(row.name, context.scope, `${field}.name`);
  if (!name.ok) return name;
  const checked = checkName(name.value.trim(), `${field}.name`);
  if (!checked.ok) return checked;
  const value = resolveFully(row.value, context.scope, `${field}.value`);
  if (!value.ok) return value;
  return composeValue(checked.value, value.value, `${field}.value`);
}

/** Well below what a text may grow to. */
const MAX_PLAIN = 100_000;

/** Whether there is nothing to resolve in it, and nothing to refuse. */
function isPlain({ name, value }: FieldRow): boolean {
  if (!TOKEN.test(name) || SET_BY_THE_SENDER.has(name.toLowerCase())) return false;
  return value.length < MAX_PLAIN && FIELD_VALUE.test(value) && !value.includes('{{');
}

function checkName(name: string, field: string): Result<string> {
  if (!TOKEN.test(name)) {
    return failed('request-invalid', { ...told('headerNameInvalid'), field });
  }
  if (SET_BY_THE_SENDER.has(name.toLowerCase())) {
    return failed('request-invalid', { ...told('headerIsOwn', { name }), field });
  }
  return ok(name);
}

function composeValue(
  name: string,
  resolved: ResolvedTemplate,
  field: string,
): Result<HeaderField | KeyHeader> {
  const at = resolved.segments.indexOf(KEY_VARIABLE);
  const before = textOf(resolved.segments.slice(0, at === -1 ? undefined : at));
  const rest = at === -1 ? [] : resolved.segments.slice(at + 1);
  if (rest.includes(KEY_VARIABLE)) {
    return failed('header-conflict', { ...told('keyTwiceInHeader'), field });
  }
  const after = textOf(rest);
  if (!FIELD_VALUE.test(before) || !FIELD_VALUE.test(after)) {
    return failed('request-invalid', { ...told('headerValueInvalid', { name }), field });
  }
  return ok(
    at === -1 ? { name, value: before.trim() } : { name, before: before.trimStart(), after: after.trimEnd() },
  );
}

function textOf(segments: readonly (string | typeof KEY_VARIABLE)[]): string {
  return segments.filter((segment) => segment !== KEY_VARIABLE).join('');
}

/** Which of the defaults were not typed. */
function missingDefaults(typed: readonly HeaderField[]) {
  const missing = { userAgent: true, accept: true, acceptEncoding: true, contentType: true };
  for (const { name } of typed) {
    // No two of them are as long; a name of another length need not be spelled small.
    if (name.length === 6) missing.accept &&= name.toLowerCase() !== 'accept';
    else if (name.length === 10) missing.userAgent &&= name.toLowerCase() !== 'user-agent';
    else if (name.length === 12) missing.contentType &&= name.toLowerCase() !== 'content-type';
    else if (name.length === 15) missing.acceptEncoding &&= name.toLowerCase() !== 'accept-encoding';
  }
  return missing;
}

function withDefaults(
  typed: readonly HeaderField[],
  contentType: string | null,
  context: ComposeContext,
): HeaderField[] {
  const all = [...typed];
  const missing = missingDefaults(typed);
  if (missing.userAgent) all.push({ name: 'User-Agent', value: context.userAgent });
  if (missing.accept) all.push({ name: 'Accept', value: '*/*' });
  if (missing.acceptEncoding) all.push({ name: 'Accept-Encoding', value: context.acceptEncoding });
  if (missing.contentType && contentType !== null) all.push({ name: 'Content-Type', value: contentType });
  return all;
}
