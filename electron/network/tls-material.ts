import { createHash, X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { BytesReader } from '../ports/bytes-reader.ts';
import type { ClientIdentity, TlsContexts, TrustedAuthorities } from '../requests/tls-contexts.ts';
import type { KeptCertificate, KeptNetwork } from './network-rows.ts';

const MAX_FILE_BYTES = 5 * 1024 * 1024;
const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export interface TlsMaterialParts {
  readonly bytesReader: BytesReader;
  readonly contexts: TlsContexts;
  /** The passphrase of a client certificate; `null` for none. */
  readonly passphraseOf: (certificateId: string) => Result<string>;
}

export interface ReadyContext {
  readonly name: string;
  readonly context: SecureContext;
}

/** The TLS context for an origin, from the files as they are now. `authority-file-unusable`, `authority-file-changed`, `client-certificate-unusable`. */
export async function readyContext(
  origin: string,
  network: KeptNetwork,
  parts: TlsMaterialParts,
): Promise<Result<ReadyContext>> {
  const own = await readAuthorities(network.authorityFile, parts.bytesReader);
  if (!own.ok) return own;
  // Whoever can write the file could have anybody trusted: it counts as it was when the person chose it.
  if (own.value !== null && own.value.name !== network.authorityDigest)
    return failed('authority-file-changed');
  const certificate = network.clientCertificates.find((each) => each.origin === origin);
  const identity = certificate === undefined ? ok(null) : await readIdentity(certificate, parts);
  if (!identity.ok) return identity;
  const authorities: TrustedAuthorities = { system: network.trustsSystem, own: own.value };
  try {
    const name = [String(network.trustsSystem), own.value?.name ?? '', identity.value?.name ?? ''].join(' ');
    return ok({ name, context: parts.contexts.find(authorities, identity.value) });
  } catch (error) {
    // OpenSSL's message may repeat what stands in the file.
    if (error instanceof Error) return failed('client-certificate-unusable');
    throw error;
  }
}

/** The authorities in a file of PEM; a file without a certificate is unusable. */
export async function readAuthorities(
  path: string | null,
  bytesReader: BytesReader,
): Promise<Result<TrustedAuthorities['own']>> {
  if (path === null) return ok(null);
  const bytes = await bytesReader.readBytes(path, MAX_FILE_BYTES);
  const pem = bytes === null ? [] : (Buffer.from(bytes).toString('latin1').match(CERTIFICATES) ?? []);
  if (bytes === null || pem.length === 0 || !pem.every(isCertificate))
    return failed('authority-file-unusable');
  return ok({ name: digestOf(bytes), pem });
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** `passphraseOf` is asked only for one that has a passphrase. */
export async function readIdentity(
  certificate: Pick<KeptCertificate, 'id' | 'kind' | 'paths' | 'hasPassphrase'>,
  { bytesReader, passphraseOf }: Pick<TlsMaterialParts, 'bytesReader' | 'passphraseOf'>,
): Promise<Result<ClientIdentity>> {
  const secret = certificate.hasPassphrase ? passphraseOf(certificate.id) : ok(null);
  if (!secret.ok) return secret;
  const files = await Promise.all(
    certificate.paths.map((path) => bytesReader.readBytes(path, MAX_FILE_BYTES)),
  );
  const [first, second] = files;
  if (first === undefined || files.includes(null) || first === null)
    return failed('client-certificate-unusable');
  const name = `${certificate.id} ${files.map((file) => digestOf(file ?? Buffer.alloc(0))).join(' ')}`;
  if (certificate.kind === 'pfx')
    return ok({ name, material: { kind: 'pfx', pfx: first, secret: secret.value } });
  const [cert, key] = [first, second ?? first].map((file) => Buffer.from(file).toString('latin1'));
  return ok({ name, material: { kind: 'pem', cert: cert ?? '', key: key ?? '', secret: secret.value } });
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
