import { randomBytes } from 'node:crypto';
import type { EventName, EventPayload } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { emptyRequestDraft, type RequestDraft } from '../../shared/domain/http-request.ts';
import { createHistory } from '../../electron/requests/history.ts';
import { createSystemRandom } from '../../electron/adapters/system-random.ts';
import {
  createAnswerValues,
  placesWithAnswers,
  type AnswerValues,
} from '../../electron/requests/answer-values.ts';
import { createMadeValues } from '../../electron/requests/made-values.ts';
import {
  createRequestService,
  type RequestService,
  type RequestServiceOptions,
} from '../../electron/requests/request-service.ts';
import {
  NO_PLACE,
  type EnvironmentScope,
  type RequestPlaces,
} from '../../electron/requests/request-place.ts';
import { createSecretRegistry } from '../../electron/requests/secret-registry.ts';
import { createSender, type SenderOptions } from '../../electron/requests/create-sender.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import { NO_KEYS } from '../../electron/collections/auth-mapping.ts';
import { createCollections } from '../../electron/postman/collections.ts';
import { addKey, aService, fakeSigningKeys, type FakeSigningKeys } from './fake-signing-keys.ts';
import { fakeVault } from './fake-vault.ts';
import { open } from './closing.ts';
import { inlineJsonFilter } from './inline-json-filter.ts';
import { inMemoryBodyFiles } from './in-memory-body-files.ts';
import { inMemoryFiles, inMemoryPreferences, recordingLogger } from './in-memory-ports.ts';
import { memoryLedger, type MemoryLedger } from './memory-ledger.ts';
import { startServer, testLookup, type RecordingServer } from './servers.ts';

export interface PublishedEvent {
  readonly event: EventName;
  readonly payload: unknown;
}

export interface SenderBench {
  readonly service: RequestService;
  readonly keys: FakeSigningKeys;
  readonly secret: string;
  readonly history: ReturnType<typeof createHistory>;
  readonly ledger: MemoryLedger;
  readonly published: PublishedEvent[];
  readonly logger: ReturnType<typeof recordingLogger>;
  /** Sends a draft; the rest of the input is what the window would add. */
  send(draft: Partial<RequestDraft>, options?: SendOptions): Promise<Result<Exchange>>;
  /** As `send`, for a request that is tried: fails the test when it is refused before. */
  exchange(draft: Partial<RequestDraft>, options?: SendOptions): Promise<Exchange>;
  /** Files that were shown in the file manager. */
  readonly shown: readonly string[];
  /** What was kept of answers. */
  readonly answerValues: AnswerValues;
  readonly places: RequestPlaces;
  close(): Promise<void>;
}

export type BenchOptions = Partial<SenderOptions> &
  Partial<
    Pick<
      RequestServiceOptions,
      'startLocalApi' | 'vault' | 'fileDialog' | 'refusal' | 'bodyFiles' | 'jsonFilter'
    >
  > & {
    readonly secret?: string;
    /** The one that is in use. */
    readonly environment?: () => EnvironmentScope | null;
    readonly confirmOrigins?: (variableName: string, origins: readonly string[]) => Promise<boolean>;
  };

export interface SendOptions {
  readonly id?: string;
  readonly collectionId?: string | null;
  readonly onWithheld?: 'stop' | 'send-without-key';
  readonly onExhausted?: 'stop' | 'send-anyway';
}

export const realClock: Clock = {
  now: () => Date.now(),
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A value that looks like no real service's key, but has what needs escaping in every encoding. */
export function newSecret(): string {
  return `tk-${randomBytes(9).toString('hex')}/+="&'${randomBytes(6).toString('hex')}`;
}

function benchPlaces(options: BenchOptions): RequestPlaces {
  return {
    find: (id) => {
      const collection = id === null ? null : createCollections(inMemoryPreferences()).find(id);
      const environment = options.environment?.() ?? null;
      if (collection === null) return Promise.resolve({ ...NO_PLACE, environment });
      return Promise.resolve({ ...NO_PLACE, environment, serviceId: collection.serviceId });
    },
    findAll: () => Promise.resolve(null),
  };
}

/** The real sender, history and request service on a key of one service, whose origins are given. */
export function senderBench(origins: readonly string[], options: BenchOptions = {}): SenderBench {
  const keys = fakeSigningKeys();
  const secret = options.secret ?? newSecret();
  keys.directory.push(aService({ id: 'svc', origins: [...origins] }));
  addKey(keys, secret, { id: 'key-1', serviceId: 'svc' });
  const published: PublishedEvent[] = [];
  const publish = <Name extends EventName>(event: Name, payload: EventPayload<Name>): void =>
    void published.push({ event, payload });
  const ledger = memoryLedger();
  const history = createHistory({ ledger, publish });
  const logger = recordingLogger();
  const files = inMemoryFiles();
  const shown: string[] = [];
  const vault = options.vault ?? fakeVault();
  const answerValues = createAnswerValues({
    ...{ vault, clock: realClock, random: createSystemRandom() },
    confirmOrigins: options.confirmOrigins ?? (() => Promise.resolve(false)),
    onChange: () => publish('variables.changed', {}),
  });
  const places = placesWithAnswers(benchPlaces(options), answerValues);
  const sender = createSender({ clock: realClock, lookup: testLookup, ...options, signingKeys: keys });
  const service = createRequestService({
    ...sender,
    places,
    keyNames: {
      ...NO_KEYS,
      named: (name) => keys.keys.filter((apiKey) => apiKey.name === name).map(({ id }) => id),
    },
    history,
    registry: createSecretRegistry(),
    vault,
    logger,
    publish,
    bodyFiles: options.bodyFiles ?? inMemoryBodyFiles(),
    jsonFilter: options.jsonFilter ?? inlineJsonFilter,
    fileDialog: options.fileDialog ?? files.fileDialog,
    fileRevealer: { showInFolder: (path) => void shown.push(path) },
    userAgent: 'Keyfob/test',
    answerValues,
    madeValues: createMadeValues({ clock: realClock, random: createSystemRandom() }),
    startLocalApi: options.startLocalApi ?? (() => Promise.resolve({ ok: true, value: null })),
    ...(options.refusal === undefined ? {} : { refusal: options.refusal }),
  });
  let count = 0;
  const send: SenderBench['send'] = (
    draft,
    { id, collectionId = null, onWithheld = 'stop', onExhausted } = {},
  ) =>
    service.send({
      id: id ?? `exchange-${String((count += 1))}`,
      draft: { ...emptyRequestDraft(), ...draft },
      collectionId,
      requestId: null,
      onWithheld,
      onExhausted,
    });
  return {
    service,
    keys,
    secret,
    history,
    ledger,
    published,
    logger,
    shown,
    answerValues,
    places,
    send,
    exchange: async (draft, sendOptions) => {
      const result = await send(draft, sendOptions);
      if (!result.ok) throw new Error(`The request was refused: ${result.error.code}`);
      return result.value;
    },
    close: async () => {
      await service.close();
      ledger.close();
    },
  };
}

/** A server that records what it receives, and a bench whose key is bound to it; both are closed with `closeAll`. */
export async function boundBench(): Promise<{
  readonly origin: string;
  readonly server: RecordingServer;
  readonly bench: SenderBench;
}> {
  const server = open(await startServer());
  const origin = server.origin();
  return { origin, server, bench: open(senderBench([origin])) };
}

/** Changes the bench's one key, or its one service. */
export function changeBench(bench: SenderBench, what: 'keys' | 'directory', by: object): void {
  if (what === 'keys') bench.keys.keys = bench.keys.keys.map((apiKey) => ({ ...apiKey, ...by }));
  else bench.keys.directory = bench.keys.directory.map((service) => ({ ...service, ...by }));
}
