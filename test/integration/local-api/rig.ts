import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { MIGRATIONS } from '../../../electron/keys/ledger/migrations.ts';
import { createSqliteLedger } from '../../../electron/keys/ledger/sqlite-ledger.ts';
import {
  ensureFirstMember,
  insertMember,
  newNumericId,
  type Member,
} from '../../../electron/keys/member-rows.ts';
import { ensureLocalWorkspace } from '../../../electron/local-api/ensure-local-workspace.ts';
import {
  createAccessKeys,
  type AccessKeys,
  type AccessKeysOptions,
} from '../../../electron/local-api/access-keys.ts';
import { SERVER_TIMES } from '../../../electron/local-api/http-server.ts';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import type { IssuedKeyRecord, IssuedKeyStore } from '../../../electron/local-api/key-store.ts';
import {
  createLocalApi,
  type LocalApi,
  type LocalApiOptions,
} from '../../../electron/local-api/local-api.ts';
import { KEY_SHAPE } from '../../../electron/requests/key-shapes.ts';
import {
  manualClock,
  recordingLogger,
  seededRandom,
  type ManualClock,
} from '../../support/in-memory-ports.ts';
import { unlockedVault } from '../../support/unlocked-vault.ts';

export interface RecordingKeyStore extends IssuedKeyStore {
  readonly records: Map<string, IssuedKeyRecord>;
  readonly lookups: string[];
  readonly uses: { readonly apiKeyId: string; readonly at: number; readonly origin: string }[];
}

/** The issued keys in memory; every look-up and use is written down. */
export function recordingKeyStore(): RecordingKeyStore {
  const store: RecordingKeyStore = {
    records: new Map(),
    lookups: [],
    uses: [],
    find(publicId) {
      store.lookups.push(publicId);
      return store.records.get(publicId) ?? null;
    },
    recordUse: (apiKeyId, at, origin) => void store.uses.push({ apiKeyId, at, origin }),
  };
  return store;
}

/** An empty ledger in memory, with its first member and the sample workspace. */
export function seededLedger(): { readonly ledger: Ledger; readonly member: Member } {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  database.exec(MIGRATIONS.join('\n'));
  const ledger = createSqliteLedger(database);
  const random = seededRandom('ledger');
  const now = Date.UTC(2026, 0, 2);
  const member = ensureFirstMember(ledger, { userName: 'Ada', random, now });
  ensureLocalWorkspace(ledger, { ownerId: member.numericId, random, now });
  return { ledger, member };
}

/** The access keys over this ledger. */
export function localAccessKeys(
  parts: Pick<AccessKeysOptions, 'ledger' | 'clock' | 'random' | 'logger'>,
): AccessKeys {
  const issuer = createIssuer(seededRandom('access keys'));
  return createAccessKeys({ ...parts, issuer, publish: () => undefined });
}

export interface Rig {
  readonly vault: ReturnType<typeof unlockedVault>;
  readonly accessKeys: AccessKeys;
  readonly localApi: LocalApi;
  readonly ledger: Ledger;
  readonly member: Member;
  readonly keyStore: RecordingKeyStore;
  readonly clock: ManualClock;
  readonly logger: ReturnType<typeof recordingLogger>;
  readonly url: string;
  readonly port: number;
  /** Issues a key, in this state; of the first member unless another is named. */
  addKey(apiKeyId?: string, state?: IssuedKeyRecord['state'], of?: Member): string;
  /** One more in the team. */
  addMember(name: string, role?: 'admin' | 'member'): Member;
  /** GET with a key in `X-API-Key`. */
  get(path: string, secret?: string): Promise<Response>;
  /** Sends bytes as they are; answers what came back when the server closed, or `untilMatch` came. */
  raw(text: string, untilMatch?: RegExp): Promise<RawReply>;
  connect(): Promise<Socket>;
  close(): Promise<void>;
}

export interface RawReply {
  readonly text: string;
  readonly isClosed: boolean;
}

/** A started Local API on any free port, with everything around it in memory. */
export async function startRig(options: Partial<LocalApiOptions> = {}): Promise<Rig> {
  const { ledger, member } = seededLedger();
  const keyStore = recordingKeyStore();
  const clock = manualClock();
  const logger = recordingLogger();
  const random = seededRandom('rig');
  const vault = unlockedVault();
  const issuer = createIssuer(seededRandom('issuer'));
  const times = { ...SERVER_TIMES, checkMs: 50 };
  const accessKeys = localAccessKeys({ ledger, clock, random, logger });
  const parts = {
    ledger,
    keyStore,
    accessKeys,
    clock,
    random,
    logger,
    vault,
    publish: () => undefined,
    holdsSecret: (text: string) => text.search(KEY_SHAPE) !== -1,
    preferredPort: 0,
    times,
  };
  const localApi = createLocalApi({ ...parts, ...options });
  const state = await localApi.start();
  if (state.kind !== 'running') throw new Error(`The Local API is ${state.kind}`);
  const sockets = new Set<Socket>();

  const open = async (): Promise<Socket> => {
    const socket = connect(state.port, '127.0.0.1');
    sockets.add(socket);
    // A reset is how some of these conversations are meant to end; `close` follows it.
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  return {
    vault,
    accessKeys,
    localApi,
    ledger,
    member,
    keyStore,
    clock,
    logger,
    url: state.url,
    port: state.port,
    addKey(apiKeyId = 'key-1', keyState = 'works', of = member) {
      const { secret, publicId, digest } = issuer.issueApiKey();
      keyStore.records.set(publicId, { apiKeyId, memberId: of.id, digest, state: keyState });
      return secret;
    },
    addMember(name, role = 'member') {
      const id = random.id();
      const username = name.toLowerCase();
      const numericId = newNumericId(random);
      const email = `${username}@example.com`;
      const added = { id, numericId, name, username, email, role, createdAt: clock.now(), removedAt: null };
      insertMember(ledger, added);
      return added;
    },
    get: (path, secret) =>
      fetch(state.url + path, secret === undefined ? {} : { headers: { 'X-API-Key': secret } }),
    connect: open,
    async raw(text, untilMatch) {
      const socket = await open();
      const reply = readReply(socket, untilMatch);
      socket.write(Buffer.from(text, 'latin1'));
      return reply;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await localApi.stop();
      ledger.close();
    },
  };
}

/** What comes over a socket until it is closed, or until a match. */
export function readReply(socket: Socket, untilMatch?: RegExp): Promise<RawReply> {
  const reply = Promise.withResolvers<RawReply>();
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (untilMatch?.test(text)) reply.resolve({ text, isClosed: false });
  });
  socket.once('close', () => {
    reply.resolve({ text, isClosed: true });
  });
  return reply.promise;
}
