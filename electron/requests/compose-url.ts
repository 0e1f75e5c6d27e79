import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FieldRow, RequestDraft } from '../../shared/domain/http-request.ts';
import { isLoopbackOrigin } from '../../shared/domain/origin.ts';
import { withPathVariables } from '../../shared/domain/path-variables.ts';
import { resolveText } from './resolve-text.ts';
import type { VariableScope } from './variables.ts';
import { told } from '../told.ts';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `host`, `host:8080`, `host/path`: an address typed without its scheme. */
const HOST_WITHOUT_SCHEME = /^[^\s/?#:@\\]+(:\d{1,5})?([/?#]|$)/;

/**
 * The address that a request goes to: variables resolved, parsed by WHATWG rules, enabled params appended to a typed query
 * percent-encoded (RFC 3986), path variables (`:name` as a whole segment) filled in as one segment, fragment dropped. An address without a scheme becomes https, or http on this computer.
 * Errors: `request-invalid` (not a URL, user-info), `scheme-refused`, and those of the variables. No message repeats the address.
 */
export function composeUrl(draft: UrlDraft, scope: VariableScope): Result<string> {
  const address = composeAddress(draft, scope);
  return address.ok ? ok(address.value.href) : address;
}

type UrlDraft = Pick<RequestDraft, 'url' | 'params' | 'pathVariables'>;

/** As `composeUrl`, parsed: to parse an address takes as long as all else about it. */
export function composeAddress(
  { url: template, params, pathVariables }: UrlDraft,
  scope: VariableScope,
): Result<URL> {
  const filled = fillPath(template, pathVariables, scope);
  if (!filled.ok) return filled;
  const text = resolveText(filled.value, scope, 'url');
  if (!text.ok) return text;
  const typed = text.value.trim();
  const query = composeQuery(params, scope);
  if (query.ok && typed !== '' && query.value !== '' && !/[?#]/.test(typed)) {
    return parseAddress(`${typed}?${query.value}`);
  }
  const parsed = parseAddress(typed);
  if (!parsed.ok) return parsed;
  const url = parsed.value;
  if (!query.ok) return query;
  if (text.value.includes('#')) url.hash = '';
  if (query.value !== '') url.search = url.search === '' ? query.value : `${url.search}&${query.value}`;
  return parsed;
}

function fillPath(template: string, rows: readonly FieldRow[], scope: VariableScope): Result<string> {
  if (!template.includes('/:')) return ok(template);
  const values = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    if (!row.isEnabled || values.has(row.name)) continue;
    if (!template.includes(`/:${row.name}`)) continue;
    const value = resolveText(row.value, scope, `pathVariables.${String(index)}.value`);
    if (!value.ok) return value;
    values.set(row.name, percentEncoded(value.value));
  }
  return ok(withPathVariables(template, (name) => values.get(name) ?? null));
}

function parseAddress(text: string): Result<URL> {
  if (text === '') return failed('request-invalid', { ...told('noUrl'), field: 'url' });
  const url = URL.parse(withScheme(text));
  if (url === null) {
    return failed('request-invalid', { ...told('urlInvalid'), field: 'url' });
  }
  const { href } = url;
  if (!href.startsWith('http://') && !href.startsWith('https://'))
    return failed('scheme-refused', { field: 'url' });
  // Without the sign there is nobody to ask for.
  if (href.includes('@') && (url.username !== '' || url.password !== '')) {
    return failed('request-invalid', { ...told('urlHoldsUser'), field: 'url' });
  }
  return ok(url);
}

function withScheme(text: string): string {
  if (text.startsWith('http://') || text.startsWith('https://')) return text;
  if (HOST_WITHOUT_SCHEME.test(text)) {
    return isLoopbackOrigin(`http://${text}`) ? `http://${text}` : `https://${text}`;
  }
  return HAS_SCHEME.test(text) ? text : `https://${text}`;
}

function composeQuery(params: readonly FieldRow[], scope: VariableScope): Result<string> {
  let query = '';
  let index = -1;
  for (const row of params) {
    index += 1;
    if (!row.isEnabled || (row.name === '' && row.value === '')) continue;
    const name = resolveText(row.name, scope, `params.${String(index)}.name`);
    if (!name.ok) return name;
    const value = resolveText(row.value, scope, `params.${String(index)}.value`);
    if (!value.ok) return value;
    const pair = `${percentEncoded(name.value)}=${percentEncoded(value.value)}`;
    query = query === '' ? pair : `${query}&${pair}`;
  }
  return ok(query);
}

/** What percent-encoding leaves as it is (RFC 3986, 2.3). */
const UNRESERVED = /^[\w.~-]*$/;

function percentEncoded(text: string): string {
  if (UNRESERVED.test(text)) return text;
  return encodeURIComponent(text.toWellFormed());
}
