import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Exchange, Hop } from '../../shared/domain/exchange.ts';
import type { KeyChoice, RequestSettings } from '../../shared/domain/http-request.ts';
import type { ComposedRequest } from './composed-request.ts';
import type { Deadline } from './deadline.ts';
import type { FollowBody } from './follow-body.ts';
import type { Redactor } from './redactor.ts';
import type { SenderParts } from './send-request.ts';
import type { SigningChain } from './sign-hop.ts';
import { takeHop, type HopStep } from './take-hop.ts';
import { told } from '../told.ts';

export interface HopLoopInput {
  readonly request: ComposedRequest;
  readonly keyChoice: KeyChoice;
  readonly collectionServiceId: string | null;
  readonly settings: RequestSettings;
  readonly onWithheld: 'stop' | 'send-without-key';
  readonly redactor: Redactor;
  readonly deadline: Deadline;
  readonly onProgress: ((progress: HopProgress) => void) | null;
  /** Bytes of the body that are shown; without it `PREVIEW_LIMIT_BYTES`. */
  readonly previewBytes?: number | undefined;
  /** Follows the body that is shown. */
  readonly follow?: FollowBody | undefined;
}

export interface HopProgress {
  readonly phase: 'connecting' | 'uploading' | 'waiting' | 'downloading';
  readonly hopCount: number;
  /** Of a body that is read from files. */
  readonly sentBytes?: number;
  readonly receivedBytes: number;
  /** Of what is on its way. */
  readonly totalBytes: number | null;
  /** A stream of events, whose end is not waited for. */
  readonly isLive?: boolean;
}

/** A step of the chain: what the next hop needs of those before it. */
export interface ChainLink {
  readonly request: ComposedRequest;
  readonly chain: SigningChain;
  readonly droppedHeaders: readonly string[];
  readonly index: number;
  /** Where the request goes, parsed once. */
  readonly address: URL;
}

/** Sends a request and follows its redirects, deciding anew about the key at every hop. Never rejects for anything a server does. */
export async function runHops(
  input: HopLoopInput,
  parts: SenderParts,
): Promise<Pick<Exchange, 'hops' | 'outcome'>> {
  const hops: Hop[] = [];
  let link: ChainLink = {
    request: input.request,
    chain: { kind: 'start', keyChoice: input.keyChoice, collectionServiceId: input.collectionServiceId },
    droppedHeaders: [],
    index: 0,
    address: addressOf(input.request),
  };
  for (;;) {
    const step: HopStep = await takeHop(link, input, parts);
    hops.push(step.hop);
    if (step.kind === 'ended') return { hops, outcome: step.outcome };
    if (link.index >= input.settings.maxRedirects) {
      return { hops, outcome: { kind: 'failed', error: tooManyRedirects(input.settings.maxRedirects) } };
    }
    link = step.next;
  }
}

/** Where the request goes is what its URL says, whatever it was made of. */
function addressOf({ url, address }: ComposedRequest): URL {
  return address?.href === url ? address : new URL(url);
}

function tooManyRedirects(limit: number): AppError {
  return appError('too-many-redirects', told('tooManyRedirects', { limit }));
}
