import { createPostmanClient, type PostmanClient } from '../../electron/postman/postman-client.ts';
import {
  createPostmanConnection,
  type CallWatch,
  type PostmanCaller,
} from '../../electron/postman/postman-connection.ts';
import type { ListProgress } from '../../electron/postman/list-access-keys.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import { createSender } from '../../electron/requests/create-sender.ts';
import { createSecretRegistry } from '../../electron/requests/secret-registry.ts';
import { addKey, aService, fakeSigningKeys, type FakeSigningKeys } from './fake-signing-keys.ts';
import { seededRandom } from './in-memory-ports.ts';
import { startPostmanServer, type PostmanServer } from './postman-server.ts';
import { realClock } from './sender-bench.ts';
import { testLookup } from './servers.ts';

/** A clock on which every wait is over at once, and took its time all the same. */
export interface SkippingClock extends Clock {
  /** The waits so far, in milliseconds. */
  readonly waits: number[];
  /** Set to leave every further wait pending. */
  isStopped: boolean;
}

export function skippingClock(start = Date.UTC(2026, 0, 15, 12)): SkippingClock {
  let now = start;
  const clock: SkippingClock = {
    waits: [],
    isStopped: false,
    now: () => now,
    schedule(task, delayMs) {
      clock.waits.push(delayMs);
      if (clock.isStopped) return () => undefined;
      const turn = setImmediate(() => {
        now += delayMs;
        task();
      });
      return () => {
        clearImmediate(turn);
      };
    },
  };
  return clock;
}

export interface PostmanBench {
  readonly server: PostmanServer;
  readonly client: PostmanClient;
  readonly clock: SkippingClock;
  readonly signingKeys: FakeSigningKeys;
  /** The key that the server takes, kept by Keyfob. */
  readonly caller: PostmanCaller;
  readonly progress: ListProgress[];
  list(signal?: AbortSignal): ReturnType<PostmanClient['listAccessKeys']>;
  close(): Promise<void>;
}

/** The real client over the real sender, and a server that answers as Postman does. */
export async function postmanBench(watch?: CallWatch): Promise<PostmanBench> {
  const clock = skippingClock();
  const server = await startPostmanServer(clock);
  const signingKeys = fakeSigningKeys();
  const service = aService({
    id: 'postman',
    kind: 'postman',
    name: 'Postman API',
    baseUrl: server.origin(),
    origins: [server.origin()],
  });
  signingKeys.directory = [service];
  addKey(signingKeys, server.state.secret, { id: 'kept', serviceId: 'postman' });
  const sender = createSender({ signingKeys, clock: realClock, lookup: testLookup });
  const connection = createPostmanConnection({
    sender,
    registry: createSecretRegistry(),
    random: seededRandom('postman'),
    userAgent: 'Keyfob/test',
    ...(watch === undefined ? {} : { watch }),
  });
  const client = createPostmanClient({ connection, clock });
  const progress: ListProgress[] = [];
  const caller: PostmanCaller = { service, key: { kind: 'kept', apiKeyId: 'kept' } };
  return {
    server,
    client,
    clock,
    signingKeys,
    caller,
    progress,
    list: (signal = new AbortController().signal) =>
      client.listAccessKeys(caller, { signal, onProgress: (step) => void progress.push(step) }),
    async close() {
      sender.pool.close();
      await server.close();
    },
  };
}
