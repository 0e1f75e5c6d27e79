import type { KeyVerifier } from '../keys/key-verifier.ts';
import type { PostmanClient } from '../postman/postman-client.ts';
import type { Postman } from './create-postman.ts';

export interface LazyPostman {
  /** Loads it at the first call. Rejects when it cannot be loaded; the next call tries again. */
  client(): Promise<PostmanClient>;
  /** Loads it when it is first asked. */
  readonly verifier: KeyVerifier;
  close(): Promise<void>;
}

/** The Postman client, loaded at its first use: its HTTP library is not for the start. */
export function lazyPostman(build: () => Promise<Postman>): LazyPostman {
  let building: Promise<Postman> | null = null;
  const load = (): Promise<Postman> => {
    building ??= build().catch((error: unknown) => {
      building = null;
      throw error;
    });
    return building;
  };
  return {
    client: async () => (await load()).client,
    verifier: { verify: async (service, key) => (await load()).verifier.verify(service, key) },
    async close() {
      if (building !== null) (await building).close();
    },
  };
}
