import { createHash } from 'node:crypto';
import type { Issuer } from '../../electron/local-api/issuer.ts';

/** Issues secrets in the Local API's form, one after the other, without its checksum. */
export function fakeIssuer(): Issuer & { issued: number } {
  const issuer = {
    issued: 0,
    issueApiKey() {
      issuer.issued += 1;
      const publicId = `id${String(issuer.issued).padStart(6, '0')}`;
      const random = createHash('sha256').update(publicId).digest('hex').slice(0, 38);
      const secret = `kfak_${publicId}_${random}`;
      return { secret, publicId, digest: createHash('sha256').update(secret).digest() };
    },
  };
  return issuer;
}
