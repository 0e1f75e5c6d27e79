import type { Hop, ShownHeader, Timings } from '../../shared/domain/exchange.ts';
import type { Connection } from '../../shared/domain/connection.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { ComposedRequest, HeaderField } from './composed-request.ts';
import type { ConnectTrace } from './connector.ts';
import { MASKED } from './masked.ts';
import type { Redactor } from './redactor.ts';
import { isSensitiveHeader } from '../../shared/domain/sensitive-names.ts';
import { hasSecretBody, hideMarks } from './secret-variables.ts';
import { shownUrl } from './shown-url.ts';
import { lengthOfBody } from './upload-body.ts';

/** What happened in a hop, before redaction. */
export interface RawHop {
  readonly request: ComposedRequest;
  /** Of the request, parsed. */
  readonly address: URL;
  readonly signing: SigningDecision;
  readonly droppedHeaders: readonly string[];
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly HeaderField[];
  } | null;
  readonly location: string | null;
  readonly trace: Pick<ConnectTrace, 'remoteAddress' | 'facts' | 'isReused'>;
  readonly timings: Timings;
}

/** Turns a hop into what may be shown and kept: no secret, no user-info, no value of a sensitive header or parameter. */
export function showHop(raw: RawHop, redactor: Redactor): Hop {
  const { address } = raw;
  return {
    method: raw.request.method,
    url: redactor.mask(shownUrl(raw.request.url)),
    origin: address.origin,
    signing: raw.signing,
    requestHeaders: shownRequestHeaders(raw, address.host, redactor),
    droppedHeaders: [...raw.droppedHeaders],
    status: raw.response?.status ?? null,
    statusText: redactor.mask(raw.response?.statusText ?? ''),
    responseHeaders: shownResponseHeaders(raw.response?.headers ?? [], redactor),
    location: raw.location === null ? null : redactor.mask(shownUrl(raw.location)),
    httpVersion: raw.response === null ? null : (raw.trace.facts?.httpVersion ?? null),
    remoteAddress: raw.trace.remoteAddress,
    connection: shownConnection(raw.trace, redactor),
    timings: raw.timings,
  };
}

/** A server chooses what its certificate says. */
function shownConnection({ facts, isReused }: RawHop['trace'], redactor: Redactor): Connection | null {
  if (facts === null) return null;
  const { localAddress, proxy, tls } = facts;
  const shown =
    tls === null ? null : { ...tls, subject: redactor.mask(tls.subject), issuer: redactor.mask(tls.issuer) };
  return { isReused, localAddress, proxy, tls: shown };
}

/** Live, cookies and tokens of the response are shown as they came; the history masks them. */
function shownResponseHeaders(headers: readonly HeaderField[], redactor: Redactor): ShownHeader[] {
  return headers.map((header) => ({
    name: redactor.mask(header.name),
    value: redactor.mask(isAddress(header.name) ? shownUrl(header.value) : header.value),
    isSecret: false,
  }));
}

function shownRequestHeaders(raw: RawHop, host: string, redactor: Redactor): ShownHeader[] {
  const { request, signing } = raw;
  const shown: ShownHeader[] = [{ name: 'Host', value: host, isSecret: false }];
  if (signing.kind === 'sent') {
    const { before, after, name } = request.keyHeader ?? { before: '', after: '', name: signing.headerName };
    shown.push({ name, value: redactor.mask(`${before}${signing.mask}${after}`), isSecret: true });
  }
  for (const header of request.headers) {
    const text = hideMarks(header.value, request.secrets?.variables ?? []);
    const isSensitive = isSensitiveHeader(header.name);
    const isSecret = isSensitive || text !== header.value;
    const value = isSensitive ? MASKED : redactor.mask(isAddress(header.name) ? shownUrl(text) : text);
    shown.push({ name: header.name, value, isSecret });
  }
  const length = lengthOfBody(request.body);
  if (length !== null) {
    // With a secret in the body, its length would tell that of the secret.
    const isSecret = hasSecretBody(request);
    shown.push({ name: 'Content-Length', value: isSecret ? MASKED : String(length), isSecret });
  }
  return shown;
}

const ADDRESS_HEADERS = /^(?:location|content-location|referer|origin|link|refresh)$/i;

function isAddress(headerName: string): boolean {
  return ADDRESS_HEADERS.test(headerName);
}
