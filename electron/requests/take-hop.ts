import { appError, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { PREVIEW_LIMIT_BYTES, type Exchange, type Hop, type Response } from '../../shared/domain/exchange.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import { previewBody } from './body-preview.ts';
import type { HeaderField } from './composed-request.ts';
import { newTrace } from './connector.ts';
import type { HopResponse } from './dispatch-hop.ts';
import type { BodyFollower } from './follow-body.ts';
import { drainBody } from './drain-body.ts';
import type { ChainLink, HopLoopInput } from './hop-loop.ts';
import { MASKED } from './masked.ts';
import { openKey, type OpenedKey } from './open-key.ts';
import { basicCredentials } from './proxy-tunnel.ts';
import { readBody, type ReadBody } from './read-body.ts';
import { judgeRedirect, type RedirectJudgement } from './redirect.ts';
import type { Redactor } from './redactor.ts';
import { redirectedToTheKey, refuseLeak } from './refuse-leak.ts';
import type { Route } from './route.ts';
import { openSecrets } from './secret-variables.ts';
import { sendHop, startFlight, timingsOf, type HopFlight } from './send-hop.ts';
import type { SenderParts } from './send-request.ts';
import { showHop } from './show-hop.ts';
import { continueChain, withhold } from './sign-hop.ts';
import { isServerUnproven, isUnchecked } from './unchecked.ts';

type Outcome = Exchange['outcome'];

export type HopStep =
  | { readonly kind: 'ended'; readonly hop: Hop; readonly outcome: Outcome }
  | { readonly kind: 'redirected'; readonly hop: Hop; readonly next: ChainLink };

const NO_TIMINGS = { dns: null, connect: null, tls: null, firstByte: null, download: null, total: 0 };

/** Decides, sends or withholds, and reads the answer of one hop. */
export async function takeHop(link: ChainLink, input: HopLoopInput, parts: SenderParts): Promise<HopStep> {
  const opened = openKey(link, input, parts);
  if (opened.decision.kind === 'withheld') {
    parts.signingKeys.recordWithheld({ ...useOf(opened.decision, link), reason: opened.decision.reason });
  }
  const stopped = reasonToStop(link, opened, input);
  if (stopped !== null) return notSent(link, opened.decision, { error: stopped, redactor: input.redactor });
  const typed = { headers: opened.headers, body: link.request.body };
  const isServerProven = !isServerUnproven(link.request.url, input, parts.routes);
  const wire = openSecrets(link.request, typed, { redactor: input.redactor, isServerProven });
  if (!wire.ok) return notSent(link, opened.decision, { error: wire.error, redactor: input.redactor });

  const found = parts.routes.find({
    url: link.request.url,
    origin: link.address.origin,
    settings: input.settings,
    isVerified: !isUnchecked(link.request.url, input),
  });
  // Most are known, and so is most of what follows: nothing is waited for that is there.
  const route = found instanceof Promise ? await found : found;
  if (!route.ok) return notSent(link, opened.decision, { error: route.error, redactor: input.redactor });
  hideProxyCredentials(route.value, input.redactor);
  const flight = startFlight(parts.pool, route.value, parts.now);
  reportConnecting(flight, link, input);
  const { address } = link;
  const control = {
    address,
    headers: wire.value.headers,
    signal: input.deadline.signal,
    now: parts.now,
    onSent: (sentBytes: number, totalBytes: number): void => {
      reportSent(input, link, { sentBytes, totalBytes });
    },
  };
  const { body } = wire.value;
  const onWire = body === link.request.body ? link.request : { ...link.request, body };
  const result = await sendHop(flight, onWire, control);
  const signing = whatWasSent(opened.decision, flight, link);
  if (signing.kind === 'sent') {
    const status = result.kind === 'response' ? result.response.status : null;
    parts.signingKeys.recordSent({ ...useOf(signing, link), status });
  }
  if (result.kind === 'failed') return unanswered({ link, signing, flight, input, parts }, result.error);
  return answered({ link, signing, flight, input, parts }, result.response);
}

interface Hopping {
  readonly link: ChainLink;
  readonly signing: SigningDecision;
  readonly flight: HopFlight;
  readonly input: HopLoopInput;
  readonly parts: SenderParts;
}

function reasonToStop(link: ChainLink, opened: OpenedKey, input: HopLoopInput): AppError | null {
  const { decision } = opened;
  if (link.index === 0 && input.onWithheld === 'stop') {
    if (decision.kind === 'withheld') {
      const { message, remedy, told } = decision;
      return appError('key-withheld', { message, remedy, told });
    }
    // Which of several keys was meant is the person's to say; without one the request would not be what it looks like.
    if (decision.kind === 'unsigned' && decision.reason === 'service-without-default-key')
      return appError('no-default-key');
  }
  return refuseLeak(link, decision, input.redactor);
}

/** A proxy may send back what it was told. It knows its credentials already, so nothing is refused because of them. */
function hideProxyCredentials({ proxy }: Route, redactor: Redactor): void {
  const credentials = proxy?.credentials ?? null;
  if (credentials === null) return;
  // Without the padding, which not every echo has.
  const encoded = basicCredentials(credentials).replace('Basic ', '').replaceAll('=', '');
  redactor.add(encoded, MASKED, 'where-it-is-shown');
  redactor.add(credentials.secret, MASKED, 'where-it-is-shown');
}

function notSent(
  link: ChainLink,
  decision: SigningDecision,
  { error, redactor }: { readonly error: AppError; readonly redactor: Redactor },
): HopStep {
  const signing = decision.kind === 'sent' ? withhold(decision, 'not-connected', link.request) : decision;
  const hop = showHop(
    {
      request: link.request,
      address: link.address,
      signing,
      droppedHeaders: link.droppedHeaders,
      response: null,
      location: null,
      trace: newTrace(),
      timings: NO_TIMINGS,
    },
    redactor,
  );
  return { kind: 'ended', hop: { ...hop, requestHeaders: [] }, outcome: { kind: 'failed', error } };
}

/** Once all of it is on its way, the answer is waited for. */
function reportSent(
  input: HopLoopInput,
  link: ChainLink,
  { sentBytes, totalBytes }: { readonly sentBytes: number; readonly totalBytes: number },
): void {
  const phase = sentBytes < totalBytes ? 'uploading' : 'waiting';
  const all = phase === 'uploading' ? { totalBytes, sentBytes } : { totalBytes: null };
  input.onProgress?.({ phase, hopCount: link.index + 1, receivedBytes: 0, ...all });
}

function reportConnecting(flight: HopFlight, link: ChainLink, input: HopLoopInput): void {
  const { onProgress } = input;
  if (onProgress === null) return;
  const report = (phase: 'connecting' | 'waiting'): void =>
    onProgress({ phase, hopCount: link.index + 1, receivedBytes: 0, totalBytes: null });
  const { trace } = flight.lease;
  if (trace.isConnected) {
    report('waiting');
    return;
  }
  trace.onConnected = () => report('waiting');
  report('connecting');
}

/** A key that was meant to be sent, but for which no connection was made, was not sent. */
function whatWasSent(decision: SigningDecision, flight: HopFlight, link: ChainLink): SigningDecision {
  if (decision.kind !== 'sent' || flight.lease.trace.isConnected) return decision;
  return withhold(decision, 'not-connected', link.request);
}

function unanswered(hopping: Hopping, error: AppError): HopStep {
  const hop = shown(hopping, null, null);
  return { kind: 'ended', hop, outcome: { kind: 'failed', error: hopping.input.deadline.error() ?? error } };
}

function answered(hopping: Hopping, response: HopResponse): HopStep | Promise<HopStep> {
  const judgement = judge(hopping, response);
  return judgement.kind === 'none' ? finish(hopping, response) : redirected(hopping, response, judgement);
}

async function redirected(
  hopping: Hopping,
  response: HopResponse,
  judgement: Exclude<RedirectJudgement, { kind: 'none' }>,
): Promise<HopStep> {
  const { link, input } = hopping;
  await drainBody(hopping.flight, response, hopping.parts.now);
  if (judgement.kind === 'refused') {
    const hop = shown(hopping, response, judgement.location);
    return { kind: 'ended', hop, outcome: { kind: 'failed', error: judgement.error } };
  }
  const hop = shown(hopping, response, judgement.next.url);
  const cancelled = input.deadline.error();
  if (cancelled !== null) return { kind: 'ended', hop, outcome: { kind: 'failed', error: cancelled } };
  const next: ChainLink = {
    request: judgement.next,
    chain: continueChain(link.chain, hopping.signing),
    droppedHeaders: judgement.droppedHeaders,
    index: link.index + 1,
    address: new URL(judgement.next.url),
  };
  return { kind: 'redirected', hop, next };
}

/** A `Location` that echoes the key is refused as it came: parsed, its scheme and host name lose their case, and no mask finds the key. */
function judge({ link, input }: Hopping, { status, headers }: HopResponse): RedirectJudgement {
  if (!input.settings.followRedirects) return { kind: 'none' };
  const judgement = judgeRedirect(link.request, status, headers);
  if (judgement.kind === 'none' || !input.redactor.holdsSecret(headerOf(headers, 'location')))
    return judgement;
  return { kind: 'refused', location: null, error: redirectedToTheKey() };
}

function finish(hopping: Hopping, response: HopResponse): HopStep | Promise<HopStep> {
  const { input, parts, link } = hopping;
  const keptBytes = shownBytes(input) + input.redactor.overlap();
  const totalBytes = contentLengthOf(response.headers);
  const contentType = headerOf(response.headers, 'content-type');
  const follower = input.follow?.(contentType) ?? null;
  const live = follower?.isLive === true ? { isLive: true } : {};
  const report = (receivedBytes: number): void =>
    input.onProgress?.({
      phase: 'downloading',
      hopCount: link.index + 1,
      receivedBytes,
      totalBytes,
      ...live,
    });
  if (follower?.isLive === true) {
    input.deadline.waiveTime();
    report(0);
  }
  const read = readBody(response.body, headerOf(response.headers, 'content-encoding'), {
    limits: { ...parts.bodyLimits, keptBytes },
    onWireBytes: report,
    tap: follower ?? undefined,
    stop: follower?.stop,
    keepsBroken: follower?.isLive,
  });
  const isAtHand = follower === null && !(read instanceof Promise);
  const answer = { response, contentType };
  return isAtHand ? showRead(hopping, answer, read) : followRead(hopping, answer, { read, follower });
}

/** Bytes of the body that are shown. */
function shownBytes({ previewBytes = PREVIEW_LIMIT_BYTES }: HopLoopInput): number {
  return previewBytes;
}

interface Answer {
  readonly response: HopResponse;
  readonly contentType: string;
}

async function followRead(
  hopping: Hopping,
  answer: Answer,
  { read, follower }: { readonly read: ReturnType<typeof readBody>; readonly follower: BodyFollower | null },
): Promise<HopStep> {
  const step = showRead(hopping, answer, await read);
  if (follower === null) return step;
  if (step.kind !== 'ended' || step.outcome.kind === 'failed') {
    await follower.drop();
    return step;
  }
  const response = { ...step.outcome.response, ...(await follower.finish()) };
  return { ...step, outcome: { kind: 'response', response } };
}

function showRead(hopping: Hopping, { response, contentType }: Answer, read: Result<ReadBody>): HopStep {
  const { flight, input, parts } = hopping;
  flight.endedAt = parts.now();
  const ended = input.deadline.error();
  if (!read.ok || ended !== null) {
    flight.lease.discard();
    const error = ended ?? (read.ok ? appError('internal') : read.error);
    return { kind: 'ended', hop: shown(hopping, response, null), outcome: { kind: 'failed', error } };
  }
  if (read.value.end === undefined) flight.lease.release();
  else flight.lease.discard();
  const hop = shown(hopping, response, null);
  const { redactor } = input;
  const answer = shownResponse(response, read.value, {
    hop,
    contentType,
    limit: shownBytes(input),
    redactor,
  });
  return { kind: 'ended', hop, outcome: { kind: 'response', response: answer } };
}

interface Showing {
  readonly hop: Hop;
  readonly contentType: string;
  readonly limit: number;
  readonly redactor: Redactor;
}

function shownResponse(response: HopResponse, read: ReadBody, showing: Showing): Response {
  const { hop, redactor } = showing;
  const preview = previewBody(read, showing);
  const answer: Response = {
    status: response.status,
    statusText: hop.statusText,
    headers: hop.responseHeaders,
    contentType: redactor.mask(showing.contentType),
    body: preview.body,
    wireBytes: read.wireBytes,
    bodyBytes: read.decodedBytes,
    isRedacted: preview.isRedacted,
    timings: hop.timings,
  };
  return read.end === undefined ? answer : { ...answer, end: read.end };
}

function shown(hopping: Hopping, response: HopResponse | null, location: string | null): Hop {
  const { link, signing, flight, parts, input } = hopping;
  return showHop(
    {
      request: link.request,
      address: link.address,
      signing,
      droppedHeaders: link.droppedHeaders,
      response,
      location,
      trace: flight.lease.trace,
      timings: timingsOf(flight, parts.now()),
    },
    input.redactor,
  );
}

function useOf(
  decision: Extract<SigningDecision, { apiKeyId: string }>,
  link: ChainLink,
): { apiKeyId: string; method: string; origin: string } {
  return { apiKeyId: decision.apiKeyId, method: link.request.method, origin: decision.origin };
}

function headerOf(headers: readonly HeaderField[], name: string): string {
  let joined: string | null = null;
  for (const header of headers) {
    if (header.name.length !== name.length || header.name.toLowerCase() !== name) continue;
    joined = joined === null ? header.value : `${joined}, ${header.value}`;
  }
  return joined ?? '';
}

function contentLengthOf(headers: readonly HeaderField[]): number | null {
  const text = headerOf(headers, 'content-length');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
