import { errors } from './undici-client.ts';
import { appError, type AppError, type AppErrorCode } from '../../shared/domain/app-error.ts';
import { codeOf } from '../error-code.ts';
import { ConnectError } from './connect-error.ts';
import { told, type PlainTold } from '../told.ts';

const BY_CODE: Readonly<Record<string, AppErrorCode>> = {
  ENOTFOUND: 'host-not-found',
  ENODATA: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  HPE_INVALID_EOF_STATE: 'connection-reset',
  ERR_HTTP2_STREAM_ERROR: 'connection-reset',
  ERR_HTTP2_SESSION_ERROR: 'connection-reset',
  ERR_HTTP2_GOAWAY_SESSION: 'connection-reset',
  // undici's word for a stream or a session of HTTP/2 that ended early.
  UND_ERR_INFO: 'connection-reset',
  ETIMEDOUT: 'timed-out',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'timed-out',
  UND_ERR_BODY_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_OVERFLOW: 'response-malformed',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'response-malformed',
  // Of what is sent, only a file can turn out to be shorter than it was.
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'body-file-unreadable',
  ENOENT: 'body-file-unreadable',
  EACCES: 'body-file-unreadable',
  EISDIR: 'body-file-unreadable',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'response-too-large',
  EPROTO: 'tls-failed',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-failed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-failed',
  HOSTNAME_MISMATCH: 'tls-failed',
  INVALID_CA: 'tls-failed',
  INVALID_PURPOSE: 'tls-failed',
  PATH_LENGTH_EXCEEDED: 'tls-failed',
};

const BY_PREFIX: readonly (readonly [prefix: string, code: AppErrorCode])[] = [
  ['HPE_', 'response-malformed'],
  ['ERR_HTTP2_', 'response-malformed'],
  ['CERT_', 'tls-failed'],
  ['CRL_', 'tls-failed'],
  ['UNABLE_TO_', 'tls-failed'],
  ['ERR_TLS_', 'tls-failed'],
  ['ERR_SSL_', 'tls-failed'],
  ['ERROR_IN_CERT_', 'tls-failed'],
  ['ERROR_IN_CRL_', 'tls-failed'],
];

/** What TLS 1.3 and its forerunners say when a certificate of the client is missing or not accepted. */
const CLIENT_CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
]);

const TLS_FAILURES: Readonly<Record<string, PlainTold>> = {
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateNotYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateOtherHost',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateSelfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUnknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUnknownAuthority',
};

/**
 * A failure of the network or the HTTP library -> our error, by its code alone. Libraries put header values and addresses into their
 * messages and properties, so nothing else of the thrown object is read, and nothing of it is kept (no `cause`).
 */
export function networkError(thrown: unknown): AppError {
  if (thrown instanceof ConnectError) return thrown.appError;
  const code = codeOf(thrown);
  const appCode = appCodeOf(thrown, code);
  if (appCode !== 'tls-failed') return appError(appCode);
  if (CLIENT_CERTIFICATE_CODES.has(code)) return appError('client-certificate-demanded');
  const failure = TLS_FAILURES[code];
  if (failure !== undefined) return appError('tls-failed', told(failure));
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
    return appError('tls-failed', told('tlsNotSpoken'));
  }
  return appError('tls-failed');
}

function appCodeOf(thrown: unknown, code: string): AppErrorCode {
  const known = BY_CODE[code] ?? BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1];
  // undici 8 leaves the code of its parser's errors undefined.
  if (known === undefined && thrown instanceof errors.HTTPParserError) return 'response-malformed';
  return known ?? 'network-failed';
}
