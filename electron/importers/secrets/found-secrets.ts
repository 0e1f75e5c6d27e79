import { maskOf } from '../../../shared/domain/api-key.ts';

/** Where in what is imported a secret stood, and what it was for. */
export interface SecretUse {
  readonly kind: 'auth' | 'header' | 'query' | 'body' | 'variable' | 'text';
  /** The header's, parameter's or variable's name; of an auth, what it is called there. */
  readonly label: string;
  /** As a person finds it: the collection, folders and request, or the environment. */
  readonly place: string;
  /** The header that it was the value of. */
  readonly headerName: string | null;
  /** The origins of the requests that it was used with. */
  readonly origins: readonly string[];
}

/** A secret of what is imported. It stays in the main process; in the documents its token stands for it. */
export interface FoundSecret {
  readonly id: string;
  readonly secret: string;
  /** What takes its place in the documents until the person has chosen. */
  readonly token: string;
  readonly mask: string;
  readonly uses: readonly SecretUse[];
}

/** More are refused: each is a question to the person. */
export const MAX_SECRETS = 500;
const MAX_USES = 50;
/** Shorter values are words, and would be found in any text. */
export const LEAD = 8;

export interface SecretCollector {
  /** The token that stands for this secret from now on; the same for the same secret. */
  token(secret: string, use: SecretUse): string;
  found(): readonly FoundSecret[];
  readonly isFull: boolean;
}

/** `nonce` makes the tokens unlike anything in the file. */
export function collectSecrets(nonce: string): SecretCollector {
  const bySecret = new Map<
    string,
    { readonly id: string; readonly token: string; readonly uses: SecretUse[] }
  >();
  let isFull = false;
  return {
    get isFull() {
      return isFull;
    },
    token(secret, use) {
      const known = bySecret.get(secret);
      if (known !== undefined) {
        if (known.uses.length < MAX_USES && !known.uses.some((each) => isSameUse(each, use)))
          known.uses.push(use);
        return known.token;
      }
      if (bySecret.size >= MAX_SECRETS) isFull = true;
      const id = `secret-${bySecret.size + 1}`;
      const token = `{{keyfob-${nonce}-${id}}}`;
      if (!isFull) bySecret.set(secret, { id, token, uses: [use] });
      return token;
    },
    found: () => [...bySecret].map(([secret, entry]) => ({ ...entry, secret, mask: maskOf(secret) })),
  };
}

function isSameUse(one: SecretUse, other: SecretUse): boolean {
  return one.kind === other.kind && one.label === other.label && one.place === other.place;
}
