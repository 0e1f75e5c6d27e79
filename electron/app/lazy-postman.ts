import type { PostmanClient } from '../postman/postman-client.ts';
import type { Postman } from './create-postman.ts';

export interface LazyPostman {
  /** Loads it at the first call. Rejects when it cannot be loaded; the next call tries again. */
  client(): Promise<PostmanClient>;
  close(): Promise<void>;
}

/** The Postman client, loaded at its first use: its HTTP library is not for the start. */
export function lazyPostman(build: () => Promise<Postman>): LazyPostman {
  let building: Promise<Postman> | null = null;
  return {
    async client() {
      building ??= build().catch((error: unknown) => {
        building = null;
        throw error;
      });
      return (await building).client;
    },
    async close() {
      if (building !== null) (await building).close();
    },
  };
}
