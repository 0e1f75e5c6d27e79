import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { KeyChoice, RequestDraft } from '../../shared/domain/http-request.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { BodyFiles } from '../ports/body-files.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileRevealer } from '../ports/file-revealer.ts';
import type { Logger } from '../ports/logger.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import type { AnswerValues } from './answer-values.ts';
import { readyScope, scopeOf } from './place-scope.ts';
import { composeRequest } from './compose-request.ts';
import type { ComposeContext, ComposedRequest } from './composed-request.ts';
import { ACCEPTED_CODINGS } from './content-coding.ts';
import { followBody } from './follow-body.ts';
import type { History } from './history.ts';
import { createKeptResponses, type KeptResponses } from './kept-responses.ts';
import { codeOf } from '../error-code.ts';
import type { JsonFilterRunner } from './json-filter.ts';
import { shownMadeValue, type MadeValues } from './made-values.ts';
import { previewRequest } from './preview-request.ts';
import { createProgressReporter } from './progress.ts';
import {
  NO_PLACE,
  secretVariablesAt,
  settleDraft,
  type RequestPlace,
  type RequestPlaces,
} from './request-place.ts';
import type { Redactor } from './redactor.ts';
import { createResponseBodies, type BodyCommands } from './response-bodies.ts';
import type { Vault } from '../vault/vault.ts';
import { LOCKED } from './deadline.ts';
import type { SecretRegistry } from './secret-registry.ts';
import { previewSigning, sendRequest, type SenderParts } from './send-request.ts';
import { addAnswerSecret, keepsOf, takeValues, withoutTakenSecrets } from './take-values.ts';
import type { VariableScope } from './variables.ts';

type Nothing = Readonly<Record<string, never>>;

/** The commands `requests.*`. */
export interface RequestService extends BodyCommands {
  readonly preview: (
    input: CommandInput<'requests.preview'>,
  ) => Promise<Result<CommandOutput<'requests.preview'>>>;
  /**
   * An error result means that nothing was tried, because the request cannot be sent as it is; whatever happens from there on is in the
   * exchange's outcome, and in the history. Never rejects.
   */
  readonly send: (input: CommandInput<'requests.send'>) => Promise<Result<Exchange>>;
  readonly cancel: (input: CommandInput<'requests.cancel'>) => Result<Nothing>;
  readonly stop: (input: CommandInput<'requests.stop'>) => Result<Nothing>;
  /** Cancels all that is under way and ends all connections; resolves when the last request has ended. To be called at quit. */
  readonly close: () => Promise<void>;
}

export interface RequestServiceOptions extends SenderParts {
  readonly places: Pick<RequestPlaces, 'find'>;
  readonly keyNames: KeyNames;
  readonly history: Pick<History, 'add' | 'get'>;
  readonly bodyFiles: BodyFiles;
  readonly jsonFilter: JsonFilterRunner;
  readonly fileDialog: Pick<FileDialog, 'chooseSaveFile'>;
  readonly fileRevealer: FileRevealer;
  readonly registry: SecretRegistry;
  /** While Keyfob is locked nothing is sent: what is under way ends when it locks. */
  readonly vault: Pick<Vault, 'state' | 'onChange'>;
  readonly logger: Logger;
  readonly publish: Publish;
  /** Such as `Keyfob/1.0.0`. */
  readonly userAgent: string;
  /** Starts the Local API when a request needs it and it does not run. */
  readonly startLocalApi: () => Promise<Result<unknown>>;
  readonly madeValues: MadeValues;
  readonly answerValues: Pick<AnswerValues, 'secretsOf' | 'keep'>;
  /** Why nothing is to be sent with a key of this service at present; `null` when nothing stands against it. */
  readonly refusal?: (serviceId: string) => AppError | null;
}

interface Sending {
  readonly controller: AbortController;
  /** Ends the answer, and keeps what came of it. */
  readonly stopper: AbortController;
  ended: Promise<unknown>;
}

export function createRequestService(options: RequestServiceOptions): RequestService {
  const inFlight = new Map<string, Sending>();
  const keptResponses = createKeptResponses({ files: options.bodyFiles });
  const bodies = createResponseBodies({ ...options, keptResponses });
  const sendingOptions = { ...options, keptResponses };
  const stopListening = options.vault.onChange(({ kind }) => {
    if (kind !== 'locked') return;
    bodies.stop();
    for (const { controller } of inFlight.values()) controller.abort(LOCKED);
  });
  return {
    preview: async (input) => {
      const place = await placeOf(input, options);
      return whileLedgerIsOpen(() => previewRequest(input, previewParts(place, options)));
    },
    send: (input) => {
      if (inFlight.has(input.id)) return Promise.resolve(failed('invalid-input', { field: 'id' }));
      // It may have been locked while the sender was loaded.
      if (options.vault.state().kind === 'locked') return Promise.resolve(failed('vault-locked'));
      const sending: Sending = {
        controller: new AbortController(),
        stopper: new AbortController(),
        ended: Promise.resolve(),
      };
      inFlight.set(input.id, sending);
      const result = send(input, sending, sendingOptions).finally(() => inFlight.delete(input.id));
      sending.ended = result;
      return result;
    },
    cancel: ({ id }) => {
      inFlight.get(id)?.controller.abort();
      return ok({});
    },
    stop: ({ id }) => {
      inFlight.get(id)?.stopper.abort();
      return ok({});
    },
    ...bodies.commands,
    close: async () => {
      stopListening();
      bodies.stop();
      const all = [...inFlight.values()];
      for (const { controller } of all) controller.abort();
      await Promise.allSettled(all.map(({ ended }) => ended));
      options.pool.close();
      await keptResponses.close();
    },
  };
}

interface SendingOptions extends RequestServiceOptions {
  readonly keptResponses: KeptResponses;
}

async function send(
  input: CommandInput<'requests.send'>,
  sending: Sending,
  options: SendingOptions,
): Promise<Result<Exchange>> {
  try {
    const place = await placeOf(input, options);
    const scope = await readyScope(place, options);
    if (!scope.ok) return scope;
    const settled = settleDraft(input.draft, place, options.keyNames);
    if (!settled.ok) return settled;
    const composed = composeRequest(settled.value, composeContext(scope.value, place, options));
    if (!composed.ok) return composed;
    const { keyChoice } = settled.value;
    const refusal = refusalOf(input, { request: composed.value, keyChoice, place }, options);
    if (refusal !== null) return { ok: false, error: refusal };
    return await sendAndKeep(input, { request: composed.value, keyChoice, sending, place }, options);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    // A bug. Its message may hold anything, a header's value too, so the code alone is logged.
    options.logger.error('A request failed inside Keyfob', { code: codeOf(error), error });
    return failed('internal');
  }
}

/** A service that said that its limit is used up is not asked again, unless the person wants it so. */
function refusalOf(
  { onExhausted }: CommandInput<'requests.send'>,
  { request, keyChoice, place }: { request: ComposedRequest; keyChoice: KeyChoice; place: RequestPlace },
  { signingKeys, refusal }: RequestServiceOptions,
): AppError | null {
  if (refusal === undefined || onExhausted === 'send-anyway') return null;
  const collectionServiceId = place.serviceId;
  const signing = previewSigning({ request, keyChoice, collectionServiceId }, signingKeys);
  const apiKey = signing.kind === 'sent' ? signingKeys.findKey(signing.apiKeyId) : null;
  return apiKey === null ? null : refusal(apiKey.serviceId);
}

async function sendAndKeep(
  { id, draft, collectionId, requestId, onWithheld }: CommandInput<'requests.send'>,
  {
    request,
    keyChoice,
    sending,
    place,
  }: { request: ComposedRequest; keyChoice: KeyChoice; sending: Sending; place: RequestPlace },
  options: SendingOptions,
): Promise<Result<Exchange>> {
  const redactor = options.registry.createRedactor();
  for (const secret of options.answerValues.secretsOf(collectionId)) addAnswerSecret(redactor, secret);
  try {
    const sent = await sendRequest(
      {
        id,
        request,
        keyChoice,
        collectionServiceId: place.serviceId,
        collectionId,
        settings: draft.settings,
        onWithheld,
        redactor,
        signal: sending.controller.signal,
        onProgress: createProgressReporter(id, options),
        follow: followBody({
          ...{ ...options, id, redactor, stop: sending.stopper.signal },
          isAnswerKept: keepsOf(draft.keeps).length > 0,
        }),
      },
      options,
    );
    if (!sent.ok) return sent;
    const exchange = keepValues({ draft, collectionId, exchange: sent.value, redactor }, options);
    const where = collectionId === null ? null : { collectionId, requestId };
    const kept = options.history.add({ draft, place: where }, exchange, redactor);
    if (!kept.ok) options.logger.warn('A request is missing from the history', { code: kept.error.code });
    return ok(exchange);
  } finally {
    redactor.forget();
  }
}

interface Answered {
  readonly draft: RequestDraft;
  readonly collectionId: string | null;
  readonly exchange: Exchange;
  readonly redactor: Redactor;
}

/** Keeps of the answer what the request says; the exchange without the secrets among it. */
function keepValues(
  { draft, collectionId, exchange, redactor }: Answered,
  { answerValues, keptResponses, vault }: SendingOptions,
): Exchange {
  const rows = keepsOf(draft.keeps);
  // Locked meanwhile: nothing is kept then.
  if (rows.length === 0 || vault.state().kind === 'locked') return exchange;
  const taken = takeValues(rows, exchange);
  answerValues.keep(collectionId, taken, { requestName: draft.name, exchange });
  const masked = withoutTakenSecrets(exchange, taken, redactor);
  // The whole body was kept before it was known what of it is a secret.
  if (masked !== exchange) keptResponses.drop(exchange.id);
  return masked;
}

async function placeOf(
  { collectionId, requestId }: { collectionId: string | null; requestId: string | null },
  { places }: Pick<RequestServiceOptions, 'places'>,
): Promise<RequestPlace> {
  return (await places.find(collectionId, requestId)) ?? NO_PLACE;
}

function composeContext(
  scope: VariableScope,
  place: RequestPlace,
  { userAgent }: Pick<RequestServiceOptions, 'userAgent'>,
): ComposeContext {
  const secretVariables = secretVariablesAt(place);
  return { scope, secretVariables, userAgent, acceptEncoding: ACCEPTED_CODINGS };
}

function previewParts(
  place: RequestPlace,
  options: RequestServiceOptions,
): Parameters<typeof previewRequest>[1] {
  return {
    context: composeContext(scopeOf(place, { ...options, madeValues: shownMadeValue }), place, options),
    sentContext: composeContext(scopeOf(place, options), place, options),
    place,
    keyNames: options.keyNames,
    signingKeys: options.signingKeys,
    vaultState: options.vault.state(),
    routes: options.routes,
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
