import { describe, expect, it } from 'vitest';
import { createIssuer, type IssuedSecret } from '../../../electron/local-api/issuer.ts';
import { composeKey } from '../../../electron/local-api/key-format.ts';
import type { IssuedKeyRecord, IssuedKeyStore } from '../../../electron/local-api/key-store.ts';
import { createVerifier } from '../../../electron/local-api/verifier.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

interface Issued extends IssuedSecret {
  readonly lookups: string[];
  readonly keyStore: IssuedKeyStore;
}

function issued(state: IssuedKeyRecord['state'] = 'works', change: Partial<IssuedKeyRecord> = {}): Issued {
  const issuedSecret = createIssuer(seededRandom()).issueApiKey();
  const lookups: string[] = [];
  const record = {
    apiKeyId: 'key-1',
    memberId: 'member-1',
    digest: issuedSecret.digest,
    state,
    ...change,
  };
  const keyStore: IssuedKeyStore = {
    find(publicId) {
      lookups.push(publicId);
      return publicId === issuedSecret.publicId ? record : null;
    },
    recordUse: () => undefined,
  };
  return { ...issuedSecret, lookups, keyStore };
}

const noAccessKeys = { find: () => null };
const verifierOf = ({ keyStore }: Issued) =>
  createVerifier({ keyStore, accessKeyStore: noAccessKeys, random: seededRandom('verifier') });

describe('the verifier', () => {
  it('accepts a key that works, and says whose it is', () => {
    const key = issued();
    expect(verifierOf(key).verify(key.secret)).toEqual({
      kind: 'accepted',
      apiKeyId: 'key-1',
      memberId: 'member-1',
    });
  });

  it.each(['expired', 'disabled', 'grace-ended'] as const)('refuses a key that is %s', (state) => {
    const key = issued(state);
    expect(verifierOf(key).verify(key.secret)).toEqual({ kind: 'refused', reason: state });
  });

  it('refuses another secret under the same public id, whatever the state of the key', () => {
    for (const state of ['works', 'expired', 'disabled'] as const) {
      const key = issued(state);
      const forged = composeKey({ prefix: 'kfak', publicId: key.publicId, random: '0'.repeat(32) });
      expect(verifierOf(key).verify(forged)).toEqual({ kind: 'refused', reason: 'wrong-secret' });
    }
  });

  it('refuses an id that it does not know', () => {
    const key = issued();
    const unknown = composeKey({ prefix: 'kfak', publicId: '0'.repeat(12), random: '0'.repeat(32) });
    expect(verifierOf(key).verify(unknown)).toEqual({ kind: 'refused', reason: 'unknown' });
  });

  it('refuses a changed character before it looks anything up', holds('issue.checksum'), () => {
    const key = issued();
    const changed = key.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(verifierOf(key).verify(changed)).toEqual({ kind: 'refused', reason: 'checksum-mismatch' });
    expect(verifierOf(key).verify('nonsense')).toEqual({ kind: 'refused', reason: 'malformed' });
    expect(key.lookups).toEqual([]);
  });

  it('takes no access key for an API key', () => {
    const key = issued();
    const accessKey = composeKey({ prefix: 'kfat', publicId: key.publicId, random: '0'.repeat(32) });
    expect(verifierOf(key).verify(accessKey)).toEqual({ kind: 'refused', reason: 'not-an-api-key' });
    expect(key.lookups).toEqual([]);
  });

  it('refuses, and does not fail, where the kept digest is damaged', () => {
    const key = issued('works', { digest: new Uint8Array(5) });
    expect(verifierOf(key).verify(key.secret)).toEqual({ kind: 'refused', reason: 'wrong-secret' });
  });

  it('does not accept the decoy that unknown ids are compared with', () => {
    const key = issued('works', { digest: seededRandom('verifier').bytes(32) });
    expect(verifierOf(key).verify(key.secret)).toEqual({ kind: 'refused', reason: 'wrong-secret' });
  });
});
