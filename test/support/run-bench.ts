import { NO_KEYS } from '../../electron/collections/auth-mapping.ts';
import { randomBytes } from 'node:crypto';
import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import type { EnvironmentScope } from '../../electron/requests/request-place.ts';
import { emptyRequestDraft, type RequestDraft } from '../../shared/domain/http-request.ts';
import {
  DEFAULT_RUN_OPTIONS,
  type Run,
  type RunExpectation,
  type RunOptions,
} from '../../shared/domain/run.ts';
import { createSender } from '../../electron/requests/create-sender.ts';
import { createHistory } from '../../electron/requests/history.ts';
import { createSecretRegistry } from '../../electron/requests/secret-registry.ts';
import { createUsage } from '../../electron/usage/usage.ts';
import { createSystemRandom } from '../../electron/adapters/system-random.ts';
import { createMadeValues } from '../../electron/requests/made-values.ts';
import { createWorkerChecks } from '../../electron/runs/worker-checks.ts';
import { recordingLogger } from './in-memory-ports.ts';
import { createRunService, type RunService } from '../../electron/runs/run-service.ts';
import { memoryKeysBench } from './keys-bench.ts';
import { plainCollection } from './plain-collection.ts';
import { valueOf } from './results.ts';
import { realClock, type PublishedEvent } from './sender-bench.ts';
import { testLookup } from './servers.ts';

export interface RunBenchOptions {
  /** The requests of the collection, each in order. */
  readonly drafts: readonly Partial<RequestDraft>[];
  /** Where the key may go. */
  readonly origins: readonly string[];
  /** Those that a run can choose, by their ids. */
  readonly environments?: Readonly<Record<string, EnvironmentScope>>;
}

export interface RunBench {
  readonly runs: RunService;
  readonly keys: ReturnType<typeof memoryKeysBench>;
  readonly secret: string;
  readonly apiKeyId: string;
  readonly published: readonly PublishedEvent[];
  readonly history: ReturnType<typeof createHistory>;
  /** Starts a run and waits for its end. */
  run(options?: Partial<RunOptions>, more?: Partial<CommandInput<'runs.start'>>): Promise<Run>;
  close(): Promise<void>;
}

const neverAsked = (): Promise<never> => Promise.reject(new Error('Nothing asks Postman here'));

/** The ids of the requests of a bench’s collection are `r1`, `r2`, … */
export const requestId = (number: number): string => `r${String(number)}`;

export function forAll(...expectations: readonly RunExpectation['expectation'][]): RunExpectation[] {
  return expectations.map((expectation) => ({ requestId: null, expectation }));
}

const WORKER_FILE = new URL('../../electron/runs/expectation-worker.ts', import.meta.url);

function findEnvironment(all: Readonly<Record<string, EnvironmentScope>>, id: string) {
  const found = all[id];
  return found === undefined ? failed('not-found') : ok(found);
}

/** The real runner, sender, ledger and keys: one collection, and one key of a service that names these origins. */
export async function runBench({ drafts, origins, environments = {} }: RunBenchOptions): Promise<RunBench> {
  const keys = memoryKeysBench();
  const published: PublishedEvent[] = [];
  const publish = (event: PublishedEvent['event'], payload: unknown): void =>
    void published.push({ event, payload });
  const draft = { baseUrl: origins[0] ?? '', headerName: 'X-API-Key', origins: [...origins] };
  const service = valueOf(keys.services.create({ name: 'Bench', checkUrl: null, keyPrefix: null, ...draft }));
  const apiKey = await keys.generate({
    serviceId: service.id,
    name: `Bench ${randomBytes(4).toString('hex')}`,
  });
  const { collections, places } = plainCollection({
    ...{ name: 'Bench', serviceId: service.id, variables: [] },
    folders: [
      {
        id: 'folder',
        name: 'All',
        requests: drafts.map((each, index) => ({
          id: requestId(index + 1),
          description: '',
          draft: { ...emptyRequestDraft(), name: `Request ${String(index + 1)}`, ...each },
        })),
      },
      { id: 'empty', name: 'Empty', requests: [] },
    ],
  });
  const parts = { ...keys, clock: realClock, publish };
  const sender = createSender({ signingKeys: keys.signingKeys, clock: realClock, lookup: testLookup });
  const history = createHistory({ ledger: keys.ledger, publish });
  const runs = createRunService({
    ...parts,
    ...keys.savedFiles,
    sender,
    history,
    usage: createUsage({
      ...parts,
      ...{ notifier: keys.notifier, signingKeys: keys.signingKeys },
      postmanClient: neverAsked,
    }),
    registry: createSecretRegistry(),
    ...{ collections, places, keyNames: NO_KEYS },
    createChecks: () =>
      createWorkerChecks({ workerFile: WORKER_FILE, clock: realClock, logger: recordingLogger() }),
    chosenEnvironment: (id) => Promise.resolve(findEnvironment(environments, id)),
    userAgent: 'Keyfob/test',
    madeValues: createMadeValues({ clock: realClock, random: createSystemRandom() }),
    random: createSystemRandom(),
    startLocalApi: () => Promise.resolve({ ok: true, value: null }),
  });
  let count = 0;
  return {
    runs,
    keys,
    secret: keys.secretOf(apiKey.id),
    apiKeyId: apiKey.id,
    published,
    history,
    async run(options = {}, more = {}) {
      count += 1;
      const id = `run-000${String(count)}`;
      const about = { id, collectionId: 'bench', folderId: null, expectations: [], data: null };
      valueOf(await runs.start({ ...about, options: { ...DEFAULT_RUN_OPTIONS, ...options }, ...more }));
      return runs.ended(id) ?? Promise.reject(new Error('The run is not there'));
    },
    async close() {
      await runs.close();
      sender.pool.close();
      keys.ledger.close();
    },
  };
}
