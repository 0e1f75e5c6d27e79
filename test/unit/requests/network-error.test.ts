import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkError } from '../../../electron/requests/network-error.ts';
import { holds } from '../../support/holds.ts';

describe('a failure of a library', () => {
  it.each([
    ['ENOTFOUND', 'host-not-found'],
    ['EAI_AGAIN', 'host-not-found'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ECONNRESET', 'connection-reset'],
    ['EPIPE', 'connection-reset'],
    ['UND_ERR_SOCKET', 'connection-reset'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['UND_ERR_HEADERS_OVERFLOW', 'response-malformed'],
    ['HPE_INVALID_CONSTANT', 'response-malformed'],
    ['CERT_HAS_EXPIRED', 'tls-failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['EPROTO', 'tls-failed'],
    ['EHOSTUNREACH', 'network-failed'],
    ['SOMETHING_NEW', 'network-failed'],
  ])('%s becomes %s', (code, expected) => {
    expect(networkError(Object.assign(new Error('x'), { code })).code).toBe(expected);
  });

  it('passes nothing of itself on but its code', holds('confinement.failures'), () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('ECONNRESET', 'HPE_X', 'CERT_X', '', 42), (extra, code) => {
        const mark = 'the-value-of-a-header';
        const thrown = Object.assign(new Error(mark, { cause: mark }), {
          code,
          headers: { mark },
          extra,
          data: mark,
        });
        const error = networkError(thrown);
        expect(inspect(error, { depth: null, showHidden: true })).not.toContain(mark);
        expect(Object.keys(error)).toEqual(['code', 'message', 'remedy']);
      }),
    );
  });

  it.each([null, undefined, 'text', 42, {}])('that is no error (%j) is one of the network', (thrown) => {
    expect(networkError(thrown).code).toBe('network-failed');
  });
});
