import { appError } from '../../shared/domain/app-error.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { LOCAL_API_PORT, type LocalApiState } from '../../shared/domain/local-api-state.ts';
import { codeOf } from '../error-code.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { findMember } from '../keys/member-rows.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { createTurns } from '../turns.ts';
import { CALLS_PER_MONTH, createCallLimits } from './call-limits.ts';
import { createCallRecord } from './call-record.ts';
import { SERVER_TIMES, type ServerTimes } from './http-server.ts';
import type { AccessKeys } from './access-keys.ts';
import type { IssuedKeyStore } from './key-store.ts';
import { createRequestHandler } from './request-handler.ts';
import { createRouteTable } from './route-table.ts';
import { createRoutes } from './routes/all-routes.ts';
import type { SealedVariablesParts } from './sealed-variables.ts';
import { startRun, type Started } from './run.ts';
import { createVerifier } from './verifier.ts';

/** The embedded server that issues and verifies keys: the Postman API's contract, on this computer alone. */
export interface LocalApi {
  /** Never rejects; no port to be had is the state `failed` with `port-taken` or `port-not-permitted`. */
  start(): Promise<LocalApiState>;
  /** Frees the port and is `stopped` at once; resolves when the requests in flight have ended, after two seconds at most. */
  stop(): Promise<LocalApiState>;
  state(): LocalApiState;
  /** Told of every start, stop and failure, and of requests served at most once a second. Returns the way to stop listening. */
  onChange(listener: (state: LocalApiState) => void): () => void;
}

export interface LocalApiOptions {
  readonly ledger: Ledger;
  readonly keyStore: IssuedKeyStore;
  readonly accessKeys: AccessKeys;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly publish: Publish;
  /** Seals what is secret in environments. */
  readonly vault: SealedVariablesParts['vault'];
  /** Whether a text that a client would have kept here holds a key. */
  readonly holdsSecret: (text: string) => boolean;
  /** The port to try first, then the 19 after it; 0 takes any free one. */
  readonly preferredPort?: number;
  readonly callsPerMonth?: number;
  readonly callsPerMinute?: number | undefined;
  readonly times?: ServerTimes;
}

const PUBLISH_DELAY_MS = 1_000;

/** Builds the server; nothing listens before `start`. */
export function createLocalApi(options: LocalApiOptions): LocalApi {
  const { ledger, keyStore, accessKeys, clock, random, logger } = options;
  const { preferredPort = LOCAL_API_PORT, callsPerMonth = CALLS_PER_MONTH, times = SERVER_TIMES } = options;
  const record = createCallRecord({ ledger, keyStore, clock, logger });
  const findReply = createRequestHandler({
    verifier: createVerifier({ keyStore, accessKeyStore: accessKeys, random }),
    accessKeyStore: accessKeys,
    clock,
    limits: createCallLimits({ clock, record, callsPerMonth, callsPerMinute: options.callsPerMinute }),
    findRoute: createRouteTable(
      createRoutes({ ...options, callsPerMonth, callsThisMonth: () => record.callsThisMonth() }),
    ),
    findMember: (id) => findMember(ledger, id),
    logger,
  });
  let situation: Situation = { kind: 'stopped' };
  const state = (): LocalApiState => stateOf(situation, preferredPort);
  const publisher = createPublisher(state, clock);
  // A stop never meets a half-finished start.
  const inTurn = createTurns();

  const start = async (): Promise<LocalApiState> => {
    if (situation.kind === 'running') return state();
    const onServed = (): void => {
      if (situation.kind === 'running') publisher.publishSoon();
    };
    const started = await startRun({ findReply, clock, logger, times, preferredPort, onServed });
    if (started.kind === 'failed')
      logger.error('The Local API did not start', { code: codeOf(started.cause) });
    situation = started;
    publisher.publish();
    return state();
  };
  const stop = async (): Promise<LocalApiState> => {
    const stopping = situation;
    // Before the requests in flight have ended: the port is free at once, and who listens there next must get no key.
    situation = { kind: 'stopped' };
    publisher.publish();
    if (stopping.kind === 'running') await stopping.run.end();
    record.flush();
    accessKeys.flush();
    return state();
  };

  return {
    start: () => inTurn(start),
    stop: () => inTurn(stop),
    state,
    onChange: (listener) => publisher.onChange(listener),
  };
}

type Situation = { readonly kind: 'stopped' } | Started;

function stateOf(situation: Situation, preferredPort: number): LocalApiState {
  switch (situation.kind) {
    case 'stopped':
      return { kind: 'stopped' };
    case 'running': {
      const { port, startedAt, refusal } = situation.run;
      return {
        kind: 'running',
        url: `http://127.0.0.1:${String(port)}`,
        port,
        preferredPort,
        preferredPortRefusal: refusal,
        startedAt,
        requestsServed: situation.run.requestsServed(),
      };
    }
    case 'no-port': {
      const code = situation.refusal === 'in-use' ? 'port-taken' : 'port-not-permitted';
      return { kind: 'failed', error: appError(code) };
    }
    case 'failed':
      return { kind: 'failed', error: appError('internal') };
    default:
      return assertNever(situation);
  }
}

function createPublisher(state: () => LocalApiState, clock: Clock) {
  const listeners = new Set<(state: LocalApiState) => void>();
  let cancel: (() => void) | null = null;
  const publish = (): void => {
    cancel?.();
    cancel = null;
    for (const listener of listeners) listener(state());
  };
  return {
    publish,
    publishSoon(): void {
      cancel ??= clock.schedule(publish, PUBLISH_DELAY_MS);
    },
    onChange(listener: (state: LocalApiState) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
