import { appError, type AppError, type AppErrorDetails } from '../../shared/domain/app-error.ts';
import type { HttpMethod } from '../../shared/domain/http-request.ts';
import type { ComposedRequest, HeaderField } from './composed-request.ts';
import { isUpload } from './upload-body.ts';
import { told } from '../told.ts';

/** What a response's redirect comes to, judged by the target's parsed origin and nothing else. */
export type RedirectJudgement =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly location: string | null; readonly error: AppError }
  | { readonly kind: 'follow'; readonly next: ComposedRequest; readonly droppedHeaders: readonly string[] };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** All that may cross to another origin, beside a kept body's type. Everything else could identify the person. */
const CARRIED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'accept-encoding', 'user-agent']);

/** Headers that describe a body (RFC 9110, 15.4: dropped with it). */
const ABOUT_THE_BODY: ReadonlySet<string> = new Set([
  'content-type',
  'content-encoding',
  'content-language',
  'content-location',
]);

/**
 * Judges a response: is it a redirect, may it be followed, and with what. `Location` is parsed against the current URL by WHATWG
 * rules, as browsers do; user-info and fragment are dropped. 301 and 302 turn POST into GET, 303 turns all but HEAD into GET, 307 and
 * 308 keep method and body (Fetch standard, HTTP-redirect fetch). Only http and https are followed, and never from https to http.
 */
export function judgeRedirect(
  request: ComposedRequest,
  status: number,
  headers: readonly HeaderField[],
): RedirectJudgement {
  const location = REDIRECTS.has(status) ? locationOf(headers) : undefined;
  if (location === undefined) return { kind: 'none' };
  const from = new URL(request.url);
  if (location === null || !URL.canParse(location, from.href)) {
    return refused(null, told('redirectToNoAddress'));
  }
  const target = new URL(location, from.href);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return refused(null, told('redirectToProtocol', { protocol: target.protocol }));
  }
  target.username = '';
  target.password = '';
  target.hash = '';
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    return refused(target.href, told('redirectToPlain'));
  }
  return follow(request, nextMethod(request.method, status), { from, target, status });
}

/** The target that the headers name: `undefined` when none, `null` when they name two different ones. */
function locationOf(headers: readonly HeaderField[]): string | null | undefined {
  const values = new Set(
    headers.filter((header) => header.name.toLowerCase() === 'location').map((header) => header.value),
  );
  if (values.size > 1) return null;
  const [value] = values;
  // The bytes of a field value are read as latin1; the Fetch standard takes those of Location as UTF-8.
  return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
}

function follow(
  request: ComposedRequest,
  method: HttpMethod,
  { from, target, status }: { readonly from: URL; readonly target: URL; readonly status: number },
): RedirectJudgement {
  const body = method === request.method && status !== 303 ? request.body : null;
  const isOtherOrigin = from.origin !== target.origin;
  if (isOtherOrigin && isUpload(body)) {
    return refused(target.href, told('redirectWithFile'));
  }
  const kept = request.headers.filter((header) => body !== null || !isAboutTheBody(header));
  const headers = kept.filter((header) => !isOtherOrigin || mayCross(header, body !== null));
  const droppedHeaders = kept.filter((header) => !headers.includes(header)).map((header) => header.name);
  return {
    kind: 'follow',
    next: { ...request, method, url: target.href, headers, body },
    droppedHeaders: [...new Set(droppedHeaders)],
  };
}

function nextMethod(method: HttpMethod, status: number): HttpMethod {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}

function isAboutTheBody(header: HeaderField): boolean {
  return ABOUT_THE_BODY.has(header.name.toLowerCase());
}

function mayCross(header: HeaderField, hasBody: boolean): boolean {
  const name = header.name.toLowerCase();
  return CARRIED.has(name) || (hasBody && name === 'content-type');
}

function refused(location: string | null, words: AppErrorDetails): RedirectJudgement {
  return { kind: 'refused', location, error: appError('redirect-refused', words) };
}
