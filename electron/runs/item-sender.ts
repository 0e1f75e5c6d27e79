import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/domain/app-error.ts';
import { PREVIEW_LIMIT_BYTES, type Exchange } from '../../shared/domain/exchange.ts';
import { headerNameSchema } from '../../shared/domain/service.ts';
import { RUN_BODY_CHARACTERS, type Expectation, type ExpectationResult } from '../../shared/domain/run.ts';
import type { ComposedRequest } from '../requests/composed-request.ts';
import { composeRequest } from '../requests/compose-request.ts';
import { ACCEPTED_CODINGS } from '../requests/content-coding.ts';
import type { Deadlines } from '../requests/deadline.ts';
import { exchangeForHistory } from '../requests/history-redaction.ts';
import { maskKeyShapes } from '../requests/key-shapes.ts';
import type { Redactor } from '../requests/redactor.ts';
import { previewSigning, sendRequest, type SenderParts } from '../requests/send-request.ts';
import { shownUrl } from '../requests/shown-url.ts';
import type { AnswerScope } from '../requests/answer-values.ts';
import { takeValues, withoutTakenSecrets, type TakenValue } from '../requests/take-values.ts';
import { overlaid, type VariableScope } from '../requests/variables.ts';
import { checkExpectations, needsBody, needsThread, type JsonPathLookup } from './check-expectations.ts';
import type { ExpectationChecks } from './expectation-checks.ts';
import { instead } from './found-instead.ts';
import type { DataRow, RunItem, RunPlan } from './run-plan.ts';

/** One request and what came of it, redacted. */
export interface SentItem {
  readonly sent:
    | { readonly kind: 'exchange'; readonly exchange: Exchange }
    | { readonly kind: 'refused'; readonly error: AppError; readonly url: string };
  readonly expectations: readonly ExpectationResult[];
  readonly durationMs: number;
}

/** Composes, signs, sends and redacts one request, by the same parts as the editor's *Send*. Never rejects for what a server does. */
export type ItemSender = (item: RunItem, values: DataRow, signal: AbortSignal) => Promise<SentItem>;

/** Why nothing is to be sent to a service at present, by its id; most of the time there is nothing. */
export type Refusals = ReadonlyMap<string, AppError>;

export interface ItemSenderParts extends SenderParts {
  /** Of the whole run: it masks in every answer what any request of it was signed with. */
  readonly redactor: Redactor;
  readonly deadlines: Deadlines;
  readonly userAgent: string;
  readonly refusals: () => Refusals;
  readonly checks: ExpectationChecks;
}

export function createItemSender(plan: Pick<RunPlan, 'items'>, parts: ItemSenderParts): ItemSender {
  const threaded = new Set(plan.items.filter(({ expectations }) => needsThread(expectations)));
  if (threaded.size > 0) parts.checks.start();
  const runId = randomUUID();
  let count = 0;
  return async (item, values, signal) => {
    if (item.problem !== null) return refused(item, item.problem);
    const { answers } = values;
    const handed = answers?.scope() ?? null;
    const scope = scopeFor(item, values, handed);
    const { userAgent, redactor, deadlines } = parts;
    const ofEnvironment = item.secretVariables ?? [];
    const secretVariables = handed === null ? ofEnvironment : [...handed.secretVariables, ...ofEnvironment];
    const context = { scope, secretVariables, userAgent, acceptEncoding: ACCEPTED_CODINGS };
    const composed = composeRequest(item.draft, context);
    if (!composed.ok) return refused(item, composed.error);
    const refusal = refusalOf(item, composed.value, parts);
    if (refusal !== null) return refused(item, refusal);
    const sent = await sendRequest(
      {
        id: `${runId}-${String((count += 1))}`,
        request: composed.value,
        keyChoice: item.draft.keyChoice,
        collectionServiceId: item.collectionServiceId,
        collectionId: item.collectionId,
        isOfRun: true,
        settings: item.draft.settings,
        onWithheld: 'stop',
        redactor,
        signal,
        deadlines,
        onProgress: null,
        previewBytes:
          item.keeps !== undefined || needsBody(item.expectations)
            ? PREVIEW_LIMIT_BYTES
            : RUN_BODY_CHARACTERS,
      },
      parts,
    );
    if (!sent.ok) return refused(item, sent.error);
    const isThreaded = threaded.has(item);
    if (item.keeps === undefined || answers === undefined)
      return sentItem(
        sent.value,
        isThreaded
          ? await parts.checks.check(item.expectations, sent.value.outcome)
          : checkExpectations(item.expectations, sent.value.outcome, NO_PATHS),
      );
    const taken = takeValues(item.keeps, sent.value);
    answers.put(taken, { requestName: item.name, exchange: sent.value });
    const masked = withoutTakenSecrets(sent.value, taken, redactor);
    const checked = isThreaded
      ? await parts.checks.check(item.expectations, masked.outcome)
      : checkExpectations(item.expectations, masked.outcome, NO_PATHS);
    return sentItem(masked, [...checked, ...missedBy(taken)]);
  };
}

function sentItem(exchange: Exchange, expectations: readonly ExpectationResult[]): SentItem {
  return {
    sent: { kind: 'exchange', exchange: exchangeForHistory(exchange, RUN_BODY_CHARACTERS) },
    expectations,
    durationMs: durationOf(exchange),
  };
}

/** Its variables, above them what answers of the iteration gave, and above all the row of the data file. */
function scopeFor({ scope }: RunItem, values: DataRow, handed: AnswerScope | null): VariableScope {
  if (handed === null) return values.size === 0 ? scope : overlaid(scope, values);
  const below = overlaid(scope, handed.values);
  const missing = new Map([...handed.missing].filter(([name]) => !values.has(name)));
  for (const name of missing.keys()) below.delete(name);
  return Object.assign(overlaid(below, values), { missing });
}

/** A value that an answer was to give, and did not, is something that was expected of it. */
function missedBy(taken: readonly TakenValue[]): readonly ExpectationResult[] {
  return taken.flatMap(({ row: { from, at }, finding }) => {
    if (finding === null) return [];
    const named = headerNameSchema.safeParse(at.trim());
    const expectation: Expectation =
      from === 'header' && named.success
        ? { kind: 'header-exists', name: named.data }
        : { kind: 'json-path-exists', path: at.trim().slice(0, 1_000) || '$' };
    return [{ expectation, isMet: false, ...instead(finding) }];
  });
}

/** What asks for a path is measured elsewhere. */
const NO_PATHS: JsonPathLookup = () => [];

/** As for a single request: a service that said that its limit is used up is not asked again. */
function refusalOf(
  { draft, collectionServiceId }: RunItem,
  request: ComposedRequest,
  parts: ItemSenderParts,
): AppError | null {
  const refusals = parts.refusals();
  if (refusals.size === 0) return null;
  const { keyChoice } = draft;
  const signing = previewSigning({ request, keyChoice, collectionServiceId }, parts.signingKeys);
  const apiKey = signing.kind === 'sent' ? parts.signingKeys.findKey(signing.apiKeyId) : null;
  return apiKey === null ? null : (refusals.get(apiKey.serviceId) ?? null);
}

function refused(item: RunItem, error: AppError): SentItem {
  const url = maskKeyShapes(shownUrl(item.draft.url));
  return { sent: { kind: 'refused', error, url }, expectations: [], durationMs: 0 };
}

function durationOf({ outcome, hops }: Exchange): number {
  if (outcome.kind === 'response') return outcome.response.timings.total;
  return hops.reduce((total, { timings }) => total + timings.total, 0);
}
