import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/domain/app-error.ts';
import { PREVIEW_LIMIT_BYTES, type Exchange } from '../../shared/domain/exchange.ts';
import { RUN_BODY_CHARACTERS, type ExpectationResult } from '../../shared/domain/run.ts';
import type { ComposedRequest } from '../requests/composed-request.ts';
import { composeRequest } from '../requests/compose-request.ts';
import { ACCEPTED_CODINGS } from '../requests/content-coding.ts';
import type { Deadlines } from '../requests/deadline.ts';
import { exchangeForHistory } from '../requests/history-redaction.ts';
import { maskKeyShapes } from '../requests/key-shapes.ts';
import type { Redactor } from '../requests/redactor.ts';
import { previewSigning, sendRequest, type SenderParts } from '../requests/send-request.ts';
import { shownUrl } from '../requests/shown-url.ts';
import { overlaid } from '../requests/variables.ts';
import {
  checkExpectations,
  loadJsonPath,
  needsBody,
  needsJsonPath,
  type JsonPathLookup,
} from './check-expectations.ts';
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
}

export async function createItemSender(
  plan: Pick<RunPlan, 'items'>,
  parts: ItemSenderParts,
): Promise<ItemSender> {
  const asksForPath = plan.items.some(({ expectations }) => needsJsonPath(expectations));
  const runId = randomUUID();
  let count = 0;
  const lookUp: JsonPathLookup = asksForPath ? await loadJsonPath() : () => [];
  return async (item, values, signal) => {
    if (item.problem !== null) return refused(item, item.problem);
    const scope = values.size === 0 ? item.scope : overlaid(item.scope, values);
    const { userAgent, redactor, deadlines } = parts;
    const secretVariables = item.secretVariables ?? [];
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
        previewBytes: needsBody(item.expectations) ? PREVIEW_LIMIT_BYTES : RUN_BODY_CHARACTERS,
      },
      parts,
    );
    if (!sent.ok) return refused(item, sent.error);
    const { outcome } = sent.value;
    const expectations = checkExpectations(item.expectations, outcome, lookUp);
    return {
      sent: { kind: 'exchange', exchange: exchangeForHistory(sent.value, RUN_BODY_CHARACTERS) },
      expectations,
      durationMs: durationOf(sent.value),
    };
  };
}

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
