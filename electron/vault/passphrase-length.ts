import { MIN_PASSPHRASE_LENGTH } from '../../shared/domain/vault-state.ts';

/** OWASP ASVS 5.0, 6.2: length counts, in characters; no rule of composition. */
export function isTooShort(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length < MIN_PASSPHRASE_LENGTH;
}
