import type { SecureContext } from 'node:tls';
import { nodeTls } from '../node-modules-at-need.ts';

/** A certificate of this computer's own, for servers that ask for one. What it is made of stays in memory while it is used. */
export interface ClientIdentity {
  /** Another one has another name; so has the same after a change. */
  readonly name: string;
  readonly material:
    | { readonly kind: 'pfx'; readonly pfx: Uint8Array; readonly secret: string | null }
    | {
        readonly kind: 'pem';
        readonly cert: string;
        readonly key: string;
        readonly secret: string | null;
      };
}

export interface TrustedAuthorities {
  /** Those that the operating system trusts, beside those that come with Keyfob. */
  readonly system: boolean;
  /** PEM of further ones, with a name that changes when they do. */
  readonly own: { readonly name: string; readonly pem: readonly string[] } | null;
}

export interface TlsContexts {
  /** Throws what OpenSSL throws when the identity cannot be used. */
  readonly find: (authorities: TrustedAuthorities, identity: ClientIdentity | null) => SecureContext;
  /** Lets go of all of them: some hold a private key. */
  readonly forget: () => void;
}

const MAX_KEPT = 32;

/** Contexts by what they are made of: each reads hundreds of certificates, which takes tens of milliseconds. */
export function createTlsContexts(): TlsContexts {
  const kept = new Map<string, SecureContext>();
  let ofSystem: readonly string[] | null = null;
  const authoritiesOf = ({ system, own }: TrustedAuthorities): string[] => {
    if (system) ofSystem ??= systemAuthorities();
    const all = [
      ...nodeTls().getCACertificates('default'),
      ...(system ? (ofSystem ?? []) : []),
      ...(own?.pem ?? []),
    ];
    return [...new Set(all)];
  };
  return {
    find: (authorities, identity) => {
      const name = [String(authorities.system), authorities.own?.name ?? '', identity?.name ?? ''].join('\n');
      const found = kept.get(name);
      if (found !== undefined) return found;
      const made = nodeTls().createSecureContext({ ca: authoritiesOf(authorities), ...materialOf(identity) });
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(name, made);
      return made;
    },
    forget: () => {
      kept.clear();
    },
  };
}

/** A context of these authorities and no others. */
export function contextOf(authorities: readonly string[]): SecureContext {
  return nodeTls().createSecureContext({ ca: [...authorities] });
}

function systemAuthorities(): readonly string[] {
  try {
    return nodeTls().getCACertificates('system');
  } catch (error) {
    // A platform whose store Node cannot read: those that come with it remain.
    if (error instanceof Error) return [];
    throw error;
  }
}

function materialOf(identity: ClientIdentity | null) {
  if (identity === null) return {};
  const { material } = identity;
  const passphrase = material.secret === null ? {} : { passphrase: material.secret };
  if (material.kind === 'pfx') return { pfx: Buffer.from(material.pfx), ...passphrase };
  return { cert: material.cert, key: material.key, ...passphrase };
}
