import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { KeyVerifier } from '../keys/key-verifier.ts';
import { createKeyVerifier } from '../postman/create-key-verifier.ts';
import { createPostmanClient, type PostmanClient } from '../postman/postman-client.ts';
import { createPostmanConnection, type CallWatch } from '../postman/postman-connection.ts';
import { createSender } from '../requests/create-sender.ts';
import type { NetworkRoutes } from '../requests/route.ts';
import type { SecretRegistry } from '../requests/secret-registry.ts';

export interface PostmanParts {
  readonly signingKeys: SigningKeys;
  readonly clock: Clock;
  readonly random: Random;
  readonly registry: SecretRegistry;
  readonly userAgent: string;
  readonly routes: NetworkRoutes;
  readonly watch?: CallWatch;
}

export interface Postman {
  readonly client: PostmanClient;
  readonly verifier: KeyVerifier;
  /** Ends all connections. */
  readonly close: () => void;
}

/** The Postman client on the real network. Loaded by itself (`lazyPostman`), with all that it imports. */
export function createPostman({ signingKeys, clock, routes, ...rest }: PostmanParts): Postman {
  const sender = createSender({ signingKeys, clock, routes });
  const connection = createPostmanConnection({ sender, ...rest });
  const client = createPostmanClient({ connection, clock });
  const verifier = createKeyVerifier({ client, connection });
  return { client, verifier, close: () => sender.pool.close() };
}
