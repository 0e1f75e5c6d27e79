import { appError, failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import {
  isExhaustedAt,
  type CallCounts,
  type ServiceUsage,
  type UsageQuery,
} from '../../shared/domain/usage.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { PostmanClient } from '../postman/postman-client.ts';
import { findExhaustion, type LimitOwner } from './limit-rows.ts';
import { noteReadings, noteUsage, type NotedUsage, type NoteUsageOptions } from './note-usage.ts';
import { readExchange, type UsageReading } from './read-exchange.ts';
import { countCalls, serviceLimits } from './usage-views.ts';
import { told } from '../told.ts';
import { noticesOf, type Speaking } from '../ports/speaking.ts';

type Nothing = Readonly<Record<string, never>>;

/** How much each key is used, what is left of the limits, and when to stop. */
export interface Usage {
  /**
   * Counts an exchange, inside the transaction of its history entry. What it returns is to be called once that is on disk: it tells
   * the person and the windows.
   */
  note(exchange: Exchange): () => void;
  /** What an exchange of a collection run says of usage, for `noteAll`; `null` when it was no call. */
  read(exchange: Exchange): UsageReading | null;
  /** As `note`, for many that were read. */
  noteAll(readings: readonly UsageReading[]): () => void;
  /** Counts a call that Keyfob made by itself. Never throws for a disk that refuses. */
  noteOwnCall(exchange: Exchange, of: LimitOwner): void;
  /** Why nothing is sent to this service at present; `null` when nothing stands against it. Error code `service-limit-exhausted`. */
  refusal(serviceId: string): AppError | null;
  limits(): Result<ServiceUsage[]>;
  calls(query: UsageQuery): Result<CallCounts>;
  /** Asks the service about the key's account (`GET /me`): a call as any other. `no-default-key`; the errors of a send. */
  refresh(input: { readonly serviceId: string; readonly apiKeyId: string | null }): Promise<Result<Nothing>>;
}

export interface UsageOptions extends NoteUsageOptions {
  readonly services: Pick<ServiceDirectory, 'find' | 'list'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly notifier: Notifier;
  readonly speaker?: Speaking;
  readonly publish: Publish;
  readonly signingKeys: Pick<SigningKeys, 'defaultKeyOf' | 'findKey'>;
  readonly postmanClient: () => Promise<Pick<PostmanClient, 'getMe'>>;
}

export function createUsage(options: UsageOptions): Usage {
  const { clock, notifier, publish } = options;
  const tell = ({ isNoted, texts }: NotedUsage): void => {
    if (isNoted) publish('usage.changed', {});
    for (const notice of texts) {
      const text = notice(noticesOf(options.speaker).usage);
      notifier.show(text);
      publish('usage.warned', text);
    }
  };
  return {
    note(exchange) {
      const noted = noteUsage(options, exchange, { now: clock.now() });
      return () => {
        tell(noted);
      };
    },
    read: (exchange) => readExchange(exchange, clock.now()),
    noteAll(readings) {
      const noted = noteReadings(options, readings, clock.now());
      return () => {
        tell(noted);
      };
    },
    noteOwnCall(exchange, of) {
      let noted: NotedUsage = { isNoted: false, texts: [] };
      const isWritten = noteInLedger(options, 'usage', () => {
        noted = noteUsage(options, exchange, { now: clock.now(), of });
      });
      if (isWritten) tell(noted);
    },
    refusal: (serviceId) => refusalOf(options, serviceId),
    limits: () => whileOpen(() => [...serviceLimits(options)]),
    calls: (query) => whileOpen(() => countCalls(options, query)),
    refresh: (input) => refresh(options, input),
  };
}

function refusalOf({ ledger, services, clock }: UsageOptions, serviceId: string): AppError | null {
  const exhaustion = findExhaustion(ledger, serviceId);
  if (exhaustion === null || !isExhaustedAt(exhaustion, clock.now())) return null;
  const { endsAt } = exhaustion;
  return appError(
    'service-limit-exhausted',
    told('monthUsedUp', {
      service: services.find(serviceId)?.name ?? '',
      endsAt: endsAt ?? 0,
    }),
  );
}

async function refresh(
  { services, signingKeys, postmanClient }: UsageOptions,
  { serviceId, apiKeyId }: { readonly serviceId: string; readonly apiKeyId: string | null },
): Promise<Result<Nothing>> {
  const service = services.find(serviceId);
  if (service === null) return failed('not-found');
  if (service.kind === 'custom') return failed('service-not-verifiable');
  if (service.baseUrl === '') return failed('local-api-stopped');
  const apiKey = apiKeyId === null ? signingKeys.defaultKeyOf(serviceId) : signingKeys.findKey(apiKeyId);
  if (apiKey?.serviceId !== serviceId) return failed('no-default-key', told('noKeyForUsage'));
  const client = await postmanClient();
  // What it tells is kept on its way, as of every call.
  const me = await client.getMe({ service, key: { kind: 'kept', apiKeyId: apiKey.id } });
  return me.ok ? ok({}) : me;
}

function whileOpen<Value>(read: () => Value): Result<Value> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}
