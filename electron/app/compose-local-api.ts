import {
  createAccessKeyService,
  type AccessKeyService,
  type AccessKeyServiceOptions,
} from '../access-keys/access-key-service.ts';
import { createIssuedKeyStore } from '../keys/issued-key-store.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { createSecretScan } from '../keys/secret-scan.ts';
import { createAccessKeys, type AccessKeys, type AccessKeysOptions } from '../local-api/access-keys.ts';
import { createLocalApi, type LocalApi, type LocalApiOptions } from '../local-api/local-api.ts';

export type LocalApiParts = Omit<LocalApiOptions, 'keyStore' | 'accessKeys' | 'holdsSecret' | 'vault'> &
  Pick<KeyContext, 'vault'> &
  AccessKeysOptions &
  Omit<AccessKeyServiceOptions, 'localApi' | 'localAccessKeys'>;

export interface LocalApiServices {
  readonly localApi: LocalApi;
  readonly localAccessKeys: AccessKeys;
  /** Here and at Postman. */
  readonly accessKeys: AccessKeyService;
}

/** The embedded server, and the collection access keys that it issues. */
export function composeLocalApi(parts: LocalApiParts): LocalApiServices {
  const keyStore = createIssuedKeyStore(parts);
  const localAccessKeys = createAccessKeys(parts);
  // An environment that is sent back with the values that were read from it is not refused.
  const secretScan = createSecretScan(parts, 'not-local');
  const holdsSecret = (text: string): boolean => secretScan.holdsSecret(text);
  const localApi = createLocalApi({ ...parts, keyStore, accessKeys: localAccessKeys, holdsSecret });
  const accessKeys = createAccessKeyService({ ...parts, localApi, localAccessKeys });
  return { localApi, localAccessKeys, accessKeys };
}
