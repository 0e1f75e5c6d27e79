import { appError, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { KeyChoice, RequestSettings } from '../../shared/domain/http-request.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComposedRequest } from './composed-request.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { startDeadline, type Deadline, type Deadlines } from './deadline.ts';
import type { FollowBody } from './follow-body.ts';
import { runHops, type HopLoopInput, type HopProgress } from './hop-loop.ts';
import type { BodyLimits } from './read-body.ts';
import type { Redactor } from './redactor.ts';
import { prepareUpload, type ReadableFiles } from './prepare-upload.ts';
import { rounded } from './rounded-time.ts';
import type { NetworkRoutes } from './route.ts';
import { shownUrl } from './shown-url.ts';
import { isUpload } from './upload-body.ts';
import { decideSigning, isKeyHeaderOf, type KeySource } from './sign-hop.ts';
import { told } from '../told.ts';

/** What the sender is made of; shared by all requests. */
export interface SenderParts {
  readonly signingKeys: SigningKeys;
  readonly pool: ConnectionPool;
  readonly routes: NetworkRoutes;
  readonly files: ReadableFiles;
  readonly clock: Clock;
  /** Monotonic time in milliseconds, for durations. */
  readonly now: () => number;
  readonly bodyLimits: Omit<BodyLimits, 'keptBytes'>;
}

export interface SendInput {
  readonly id: string;
  readonly request: ComposedRequest;
  readonly keyChoice: KeyChoice;
  readonly collectionServiceId: string | null;
  /** For which the files of its body were chosen; without one for requests that are saved nowhere. */
  readonly collectionId?: string | null;
  /** Whether it is one of many that were started together: the person does not look at each. */
  readonly isOfRun?: boolean;
  readonly settings: RequestSettings;
  readonly onWithheld: 'stop' | 'send-without-key';
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  /** Of all requests that are cancelled by this signal; without them this one has its own. */
  readonly deadlines?: Deadlines;
  /** `null`: nobody looks. */
  readonly onProgress: ((progress: HopProgress) => void) | null;
  /** Bytes of the body that are shown; without it `PREVIEW_LIMIT_BYTES`. */
  readonly previewBytes?: number;
  /** Follows the body that is shown. */
  readonly follow?: FollowBody;
}

/**
 * Sends a composed request, with its redirects, and reads the answer. What the network, the server or the key does is in the exchange's
 * outcome; an error result means that nothing was tried, because the key's variable stands where no key may go.
 * The exchange is redacted. `response.timings.total` is that of all hops together, in milliseconds.
 */
export function sendRequest(input: SendInput, parts: SenderParts): Promise<Result<Exchange>> {
  const problem = keyHeaderProblem(input, parts.signingKeys);
  if (problem !== null) return Promise.resolve({ ok: false, error: problem });
  if (input.settings.proxy === 'other') return sendThroughNamed(input, parts);
  return sendBody(input, parts);
}

/** No file and no page says by itself through whom a request goes: the person is asked before anything else is done. */
async function sendThroughNamed(input: SendInput, parts: SenderParts): Promise<Result<Exchange>> {
  const { collectionId = null, isOfRun = false, settings } = input;
  const { origin } = new URL(input.request.url);
  const wish = { address: settings.proxyAddress, origin, collectionId, isByHand: !isOfRun };
  const allowed = await parts.routes.allowProxy(wish);
  return allowed.ok ? sendBody(input, parts) : allowed;
}

function sendBody(input: SendInput, parts: SenderParts): Promise<Result<Exchange>> {
  return isUpload(input.request.body) ? sendWithFiles(input, parts) : sendPrepared(input, parts);
}

async function sendWithFiles(input: SendInput, parts: SenderParts): Promise<Result<Exchange>> {
  const { collectionId = null, isOfRun = false } = input;
  const { files } = parts;
  const prepared = await prepareUpload(input.request, { files, collectionId, isByHand: !isOfRun });
  if (!prepared.ok) return prepared;
  try {
    return await sendPrepared({ ...input, request: prepared.value.request }, parts);
  } finally {
    await prepared.value.close();
  }
}

async function sendPrepared(input: SendInput, parts: SenderParts): Promise<Result<Exchange>> {
  const startedAt = parts.clock.now();
  const began = parts.now();
  const { timeoutMs } = input.settings;
  const deadline = input.deadlines?.start(timeoutMs) ?? startDeadline(input.signal, timeoutMs, parts);
  try {
    const { hops, outcome } = await runHops(loopInput(input, deadline), parts);
    const exchange: Exchange = {
      id: input.id,
      method: input.request.method,
      url: shownAddress(hops, input),
      startedAt,
      hops,
      outcome: withTotal(outcome, rounded(parts.now() - began)),
    };
    return { ok: true, value: exchange };
  } finally {
    deadline.clear();
  }
}

/** Named one by one: an object of this size that is spread costs a request of a run more than a header. */
function loopInput(input: SendInput, deadline: Deadline): HopLoopInput {
  return {
    request: input.request,
    keyChoice: input.keyChoice,
    collectionServiceId: input.collectionServiceId,
    settings: input.settings,
    onWithheld: input.onWithheld,
    redactor: input.redactor,
    deadline,
    onProgress: input.onProgress,
    previewBytes: input.previewBytes,
    follow: input.follow,
  };
}

/** What would be decided about the key at the first hop, without opening its secret. */
export function previewSigning(
  input: Pick<SendInput, 'request' | 'keyChoice' | 'collectionServiceId'> & {
    readonly isServerUnproven?: boolean;
  },
  keys: KeySource,
): SigningDecision {
  const { request, keyChoice, collectionServiceId, isServerUnproven = false } = input;
  const { method, headers } = request;
  const hop = { method, origin: new URL(request.url).origin, headers, isServerUnproven };
  return decideSigning(hop, { kind: 'start', keyChoice, collectionServiceId }, keys);
}

/** A header typed with the key's variable must be the one that the key's service reads, and there must be a key. */
export function keyHeaderProblem(
  input: Pick<SendInput, 'request' | 'keyChoice' | 'collectionServiceId' | 'onWithheld'>,
  keys: KeySource,
): AppError | null {
  const { keyHeader } = input.request;
  if (keyHeader === null) return null;
  const decision = previewSigning(input, keys);
  if (decision.kind === 'unsigned') {
    if (input.onWithheld === 'send-without-key') return null;
    return appError('variable-unresolved', {
      ...told('headerWithoutKey', { header: keyHeader.name, because: decision.message }),
      field: 'headers',
    });
  }
  if (isKeyHeaderOf(keyHeader, decision.headerName)) return null;
  return appError('secret-variable-misplaced', {
    ...told('keyInOtherHeader', { header: decision.headerName, name: keyHeader.name }),
    field: 'headers',
  });
}

/** As the one hop has it, that went there; after several, more may be known that is to be masked. */
function shownAddress(hops: Exchange['hops'], { request, redactor }: SendInput): string {
  const [only, ...others] = hops;
  return only !== undefined && others.length === 0 ? only.url : redactor.mask(shownUrl(request.url));
}

function withTotal(outcome: Exchange['outcome'], total: number): Exchange['outcome'] {
  if (outcome.kind === 'failed') return outcome;
  const { response } = outcome;
  return { kind: 'response', response: { ...response, timings: { ...response.timings, total } } };
}
