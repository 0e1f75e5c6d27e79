import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { isIP } from 'node:net';

/** A private key and its certificate, PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateAuthority {
  readonly cert: string;
  issue(options: LeafOptions): Identity;
}

export interface LeafOptions {
  readonly names: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** An authority made for one test run; its private key is in memory alone. */
export function createCertificateAuthority(name = 'Keyfob test authority'): CertificateAuthority {
  const pair = newKeyPair();
  const issuer = { name, privateKey: pair.privateKey };
  const cert = certificate(
    { ...pair, subject: name, names: [], isAuthority: true, ...lifetime({ names: [] }) },
    issuer,
  );
  return {
    cert,
    issue: (options) => {
      const leaf = newKeyPair();
      const subject = options.names[0] ?? 'nobody';
      const spec = { ...leaf, subject, names: options.names, isAuthority: false, ...lifetime(options) };
      return { key: pem(leaf.privateKey), cert: certificate(spec, issuer) };
    },
  };
}

/** A certificate that only vouches for itself. */
export function createSelfSigned(options: LeafOptions): Identity {
  const pair = newKeyPair();
  const subject = options.names[0] ?? 'nobody';
  const spec = { ...pair, subject, names: options.names, isAuthority: false, ...lifetime(options) };
  return {
    key: pem(pair.privateKey),
    cert: certificate(spec, { name: subject, privateKey: pair.privateKey }),
  };
}

interface CertificateSpec {
  readonly publicKey: KeyObject;
  readonly subject: string;
  readonly names: readonly string[];
  readonly isAuthority: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

function lifetime(options: LeafOptions): { readonly notBefore: Date; readonly notAfter: Date } {
  return {
    notBefore: options.notBefore ?? new Date(Date.now() - DAY_MS),
    notAfter: options.notAfter ?? new Date(Date.now() + 30 * DAY_MS),
  };
}

function newKeyPair(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

// What follows writes an X.509 v3 certificate (RFC 5280) in DER (X.690): tag, length, content.

const ECDSA_WITH_SHA256 = sequence(objectId([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));

function certificate(
  spec: CertificateSpec,
  issuer: { readonly name: string; readonly privateKey: KeyObject },
): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    nameOf(issuer.name),
    sequence(time(spec.notBefore), time(spec.notAfter)),
    nameOf(spec.subject),
    spec.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsOf(spec, issuer.privateKey))),
  );
  const signature = sign('sha256', body, issuer.privateKey);
  const whole = sequence(body, ECDSA_WITH_SHA256, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').replace(/(.{64})/g, '$1\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function extensionsOf(spec: CertificateSpec, issuerKey: KeyObject): readonly Buffer[] {
  const critical = der(0x01, Buffer.from([0xff]));
  const alternatives = spec.names.map((name) =>
    isIP(name) === 0 ? der(0x82, Buffer.from(name, 'ascii')) : der(0x87, addressBytes(name)),
  );
  const authorityKey = sequence(der(0x80, keyId(createPublicKey(issuerKey))));
  return [
    sequence(
      objectId([0x55, 0x1d, 0x13]),
      critical,
      octets(spec.isAuthority ? sequence(critical) : sequence()),
    ),
    sequence(objectId([0x55, 0x1d, 0x0e]), octets(der(0x04, keyId(spec.publicKey)))),
    sequence(objectId([0x55, 0x1d, 0x23]), octets(authorityKey)),
    ...(alternatives.length === 0
      ? []
      : [sequence(objectId([0x55, 0x1d, 0x11]), octets(sequence(...alternatives)))]),
  ];
}

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

function nameOf(commonName: string): Buffer {
  const attribute = sequence(objectId([0x55, 0x04, 0x03]), der(0x0c, Buffer.from(commonName, 'utf8')));
  return sequence(der(0x31, attribute));
}

/** UTCTime: two digits of the year. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

function objectId(content: readonly number[]): Buffer {
  return der(0x06, Buffer.from(content));
}

function octets(content: Buffer): Buffer {
  return der(0x04, content);
}

function sequence(...content: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(content));
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
