import { createHash } from 'node:crypto';
import type { Issuer } from '../../electron/local-api/issuer.ts';

/** Issues secrets in the Local API's form, one after the other, without its checksum. */
export function fakeIssuer(): Issuer & { issued: number } {
  const issue = (prefix: 'kfak' | 'kfat') => {
    issuer.issued += 1;
    const publicId = `id${String(issuer.issued).padStart(6, '0')}`;
    const random = createHash('sha256').update(publicId).digest('hex').slice(0, 38);
    const secret = `${prefix}_${publicId}_${random}`;
    return { secret, publicId, digest: createHash('sha256').update(secret).digest() };
  };
  const issuer = {
    issued: 0,
    issueApiKey: () => issue('kfak'),
    issueAccessKey: () => issue('kfat'),
  };
  return issuer;
}
