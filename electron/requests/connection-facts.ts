import type { Socket } from 'node:net';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { TlsFacts } from '../../shared/domain/connection.ts';
import { nodeTls } from '../node-modules-at-need.ts';
import { proxyName, type Route } from './route.ts';

/** What stays true of a connection for all hops that it serves. */
export interface ConnectionFacts {
  readonly httpVersion: '1.1' | '2';
  readonly localAddress: string | null;
  /** The proxy's name, without credentials; `null` for none. */
  readonly proxy: string | null;
  readonly tls: TlsFacts | null;
}

export function factsOf(socket: Socket, { origin, proxy, isVerified }: Route): ConnectionFacts {
  // Plain http through a proxy that is spoken to by TLS is still plain http.
  const secure = origin.startsWith('https:') && socket instanceof nodeTls().TLSSocket ? socket : null;
  return {
    httpVersion: secure?.alpnProtocol === 'h2' ? '2' : '1.1',
    localAddress: addressText(socket.localAddress, socket.localPort),
    proxy: proxy === null ? null : proxyName(proxy),
    tls: secure === null ? null : tlsFactsOf(secure, isVerified),
  };
}

function addressText(address: string | undefined, port: number | undefined): string | null {
  if (address === undefined) return null;
  const host = address.includes(':') ? `[${address}]` : address;
  return port === undefined ? host : `${host}:${String(port)}`;
}

function tlsFactsOf(socket: TLSSocket, isVerified: boolean): TlsFacts {
  // Empty where the server showed none, whatever the type says.
  const certificate: Partial<PeerCertificate> = socket.getPeerCertificate();
  return {
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    subject: nameIn(certificate, 'subject'),
    issuer: nameIn(certificate, 'issuer'),
    validFrom: instantOf(certificate.valid_from),
    validTo: instantOf(certificate.valid_to),
    fingerprint: certificate.fingerprint256 ?? '',
    verification: isVerified ? 'checked' : socket.authorized ? 'not-asked' : 'failed',
  };
}

/** The common name, else the organisation. A name that stands twice comes as a list, whatever the type says. */
function nameIn(certificate: Partial<PeerCertificate>, which: 'subject' | 'issuer'): string {
  const name: Readonly<Record<string, unknown>> = { ...certificate[which] };
  const text = [name['CN'], name['O']].flat().find((part) => typeof part === 'string' && part !== '');
  return typeof text === 'string' ? text.slice(0, 300) : '';
}

/** Epoch milliseconds; `null` for what is no date. */
function instantOf(text: string | undefined): number | null {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) ? null : instant;
}
