import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { Collection } from '../../shared/domain/collection.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { Logger } from '../ports/logger.ts';
import type { Collections } from '../postman/collections.ts';
import { composeRequest } from './compose-request.ts';
import type { ComposeContext, ComposedRequest } from './composed-request.ts';
import { ACCEPTED_CODINGS } from './content-coding.ts';
import type { History } from './history.ts';
import { codeOf } from '../error-code.ts';
import { previewRequest } from './preview-request.ts';
import { createProgressReporter } from './progress.ts';
import type { SecretRegistry } from './secret-registry.ts';
import { previewSigning, sendRequest, type SenderParts } from './send-request.ts';

type Nothing = Readonly<Record<string, never>>;

/** The commands `requests.*`. */
export interface RequestService {
  readonly preview: (input: CommandInput<'requests.preview'>) => Result<CommandOutput<'requests.preview'>>;
  /**
   * An error result means that nothing was tried, because the request cannot be sent as it is; whatever happens from there on is in the
   * exchange's outcome, and in the history. Never rejects.
   */
  readonly send: (input: CommandInput<'requests.send'>) => Promise<Result<Exchange>>;
  readonly cancel: (input: CommandInput<'requests.cancel'>) => Result<Nothing>;
  /** Cancels all that is under way and ends all connections; resolves when the last request has ended. To be called at quit. */
  readonly close: () => Promise<void>;
}

export interface RequestServiceOptions extends SenderParts {
  readonly collections: Pick<Collections, 'find'>;
  readonly history: Pick<History, 'add'>;
  readonly registry: SecretRegistry;
  readonly vaultState: () => VaultState;
  readonly logger: Logger;
  readonly publish: Publish;
  /** Such as `Keyfob/1.0.0`. */
  readonly userAgent: string;
  /** Starts the Local API when a request needs it and it does not run. */
  readonly startLocalApi: () => Promise<Result<unknown>>;
  /** Why nothing is to be sent with a key of this service at present; `null` when nothing stands against it. */
  readonly refusal?: (serviceId: string) => AppError | null;
}

interface Sending {
  readonly controller: AbortController;
  ended: Promise<unknown>;
}

export function createRequestService(options: RequestServiceOptions): RequestService {
  const inFlight = new Map<string, Sending>();
  return {
    preview: (input) =>
      whileLedgerIsOpen(() => previewRequest(input, previewParts(input.collectionId, options))),
    send: (input) => {
      if (inFlight.has(input.id)) return Promise.resolve(failed('invalid-input', { field: 'id' }));
      const sending: Sending = { controller: new AbortController(), ended: Promise.resolve() };
      inFlight.set(input.id, sending);
      const result = send(input, sending.controller.signal, options).finally(() => inFlight.delete(input.id));
      sending.ended = result;
      return result;
    },
    cancel: ({ id }) => {
      inFlight.get(id)?.controller.abort();
      return ok({});
    },
    close: async () => {
      const all = [...inFlight.values()];
      for (const { controller } of all) controller.abort();
      await Promise.allSettled(all.map(({ ended }) => ended));
      options.pool.close();
    },
  };
}

async function send(
  input: CommandInput<'requests.send'>,
  signal: AbortSignal,
  options: RequestServiceOptions,
): Promise<Result<Exchange>> {
  try {
    const collection = collectionOf(input.collectionId, options);
    const scope = await readyScope(collection, options);
    if (!scope.ok) return scope;
    const composed = composeRequest(input.draft, composeContext(scope.value, options));
    if (!composed.ok) return composed;
    const refusal = refusalOf(input, composed.value, { collection, options });
    if (refusal !== null) return { ok: false, error: refusal };
    return await sendAndKeep(input, { request: composed.value, signal, collection }, options);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    // A bug. Its message may hold anything, a header's value too, so the code alone is logged.
    options.logger.error('A request failed inside Keyfob', { code: codeOf(error), error });
    return failed('internal');
  }
}

/** A service that said that its limit is used up is not asked again, unless the person wants it so. */
function refusalOf(
  { draft, onExhausted }: CommandInput<'requests.send'>,
  request: ComposedRequest,
  { collection, options }: { collection: Collection | null; options: RequestServiceOptions },
): AppError | null {
  const { signingKeys, refusal } = options;
  if (refusal === undefined || onExhausted === 'send-anyway') return null;
  const { keyChoice } = draft;
  const collectionServiceId = collection?.serviceId ?? null;
  const signing = previewSigning({ request, keyChoice, collectionServiceId }, signingKeys);
  const apiKey = signing.kind === 'sent' ? signingKeys.findKey(signing.apiKeyId) : null;
  return apiKey === null ? null : refusal(apiKey.serviceId);
}

async function sendAndKeep(
  { id, draft, onWithheld }: CommandInput<'requests.send'>,
  {
    request,
    signal,
    collection,
  }: { request: ComposedRequest; signal: AbortSignal; collection: Collection | null },
  options: RequestServiceOptions,
): Promise<Result<Exchange>> {
  const redactor = options.registry.createRedactor();
  try {
    const sent = await sendRequest(
      {
        id,
        request,
        keyChoice: draft.keyChoice,
        collectionServiceId: collection?.serviceId ?? null,
        settings: draft.settings,
        onWithheld,
        redactor,
        signal,
        onProgress: createProgressReporter(id, options),
      },
      options,
    );
    if (!sent.ok) return sent;
    const kept = options.history.add(draft, sent.value, redactor);
    if (!kept.ok) options.logger.warn('A request is missing from the history', { code: kept.error.code });
    return sent;
  } finally {
    redactor.forget();
  }
}

function collectionOf(id: string | null, options: RequestServiceOptions): Collection | null {
  return id === null ? null : options.collections.find(id);
}

/** The collection's variables; the Local API is started first when `{{baseUrl}}` stands for it. */
async function readyScope(
  collection: Collection | null,
  options: RequestServiceOptions,
): Promise<Result<ReadonlyMap<string, string>>> {
  const scope = scopeOf(collection, options);
  if (collection?.serviceId !== LOCAL_SERVICE_ID || scope.has('baseUrl')) return ok(scope);
  const started = await options.startLocalApi();
  return started.ok ? ok(scopeOf(collection, options)) : started;
}

function scopeOf(
  collection: Collection | null,
  { signingKeys }: Pick<RequestServiceOptions, 'signingKeys'>,
): ReadonlyMap<string, string> {
  const service = signingKeys.services().find(({ id }) => id === collection?.serviceId);
  // A Local API that does not run has no address.
  if (service === undefined || service.baseUrl === '') return new Map();
  return new Map([['baseUrl', service.baseUrl.replace(/\/+$/, '')]]);
}

function composeContext(
  scope: ReadonlyMap<string, string>,
  { userAgent }: Pick<RequestServiceOptions, 'userAgent'>,
): ComposeContext {
  return { scope, userAgent, acceptEncoding: ACCEPTED_CODINGS };
}

function previewParts(
  collectionId: string | null,
  options: RequestServiceOptions,
): Parameters<typeof previewRequest>[1] {
  const collection = collectionOf(collectionId, options);
  return {
    context: composeContext(scopeOf(collection, options), options),
    collectionServiceId: collection?.serviceId ?? null,
    signingKeys: options.signingKeys,
    vaultState: options.vaultState(),
  };
}

function whileLedgerIsOpen<Value>(work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}
