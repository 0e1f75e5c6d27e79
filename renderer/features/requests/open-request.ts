import type { AppError } from '../../../shared/domain/app-error.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { BUILT_IN_COLLECTION_ID } from '../../../shared/domain/collection.ts';
import type { Exchange, ExchangeProgress } from '../../../shared/domain/exchange.ts';
import type { RequestBody, RequestDraft } from '../../../shared/domain/http-request.ts';
import { addressParts } from '../../ui/exchange/timeline-model.ts';
import { isSameDraft } from './draft.ts';
import type { CollectionsTexts } from '../../../shared/texts/en/collections.ts';

/** Where an open request comes from. A scratch request is saved nowhere. */
export type RequestSource =
  | { readonly kind: 'saved'; readonly collectionId: string; readonly requestId: string }
  | { readonly kind: 'scratch' };

export interface OpenRequest {
  readonly key: string;
  readonly source: RequestSource;
  /** What Reset goes back to. */
  readonly original: RequestDraft;
  readonly draft: RequestDraft;
  /** Bodies of other kinds that were typed before another kind was chosen. */
  readonly otherBodies: readonly RequestBody[];
  /** Of the request in its file as it was opened; empty for what stands in no file. */
  readonly revision: string;
  /** Whether its tab goes to the next request that is opened, as long as it is not edited. */
  readonly isPreview: boolean;
}

/** What became of the last send of a request. */
export type SendState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly id: string;
      readonly progress: ExchangeProgress | null;
      readonly isCancelling: boolean;
      /** What the send before it gave; shown until this one ends. */
      readonly previous: Exchange | null;
    }
  | { readonly kind: 'ended'; readonly exchange: Exchange }
  /** The main process refused to try; nothing was sent. */
  | { readonly kind: 'refused'; readonly error: AppError };

export function openRequest(key: string, source: RequestSource, draft: RequestDraft): OpenRequest {
  return { key, source, original: draft, draft, otherBodies: [], revision: '', isPreview: false };
}

/** Which request of its collection it is; `null` for none. */
export function requestIdOf(source: RequestSource): string | null {
  return source.kind === 'saved' ? source.requestId : null;
}

export function savedKey(collectionId: string, requestId: string): string {
  return `saved:${collectionId}/${requestId}`;
}

/** What its tab is called: its name, else where it goes. */
export function titleOf({ draft }: Pick<OpenRequest, 'draft'>, texts: CollectionsTexts): string {
  if (draft.name !== '') return draft.name;
  const parts = addressParts(draft.url);
  return (parts === null ? draft.url : parts.host + parts.rest) || texts.common.newRequest;
}

export function isEdited(request: OpenRequest): boolean {
  return !isSameDraft(request.original, request.draft);
}

/** Changes what kind of body is sent. The text of the kind before is kept, and comes back with it. */
export function withBodyKind(request: OpenRequest, kind: RequestBody['kind']): OpenRequest {
  const { draft, otherBodies } = request;
  if (draft.body.kind === kind) return request;
  const body = otherBodies.find((other) => other.kind === kind) ?? newBody(kind, draft.body);
  const others = otherBodies.filter((other) => other.kind !== kind);
  // GraphQL goes out in the body of a POST.
  const method = kind === 'graphql' && draft.method === 'GET' ? 'POST' : draft.method;
  return { ...request, draft: { ...draft, method, body }, otherBodies: [...others, draft.body] };
}

function newBody(kind: RequestBody['kind'], from: RequestBody): RequestBody {
  switch (kind) {
    case 'json':
    case 'text':
    case 'xml':
    case 'html':
    case 'javascript':
      return { kind, text: 'text' in from ? from.text : '' };
    case 'graphql':
      return { kind, query: '', variables: '', operationName: '' };
    case 'form':
      return { kind, fields: [] };
    case 'multipart':
      return { kind, parts: [] };
    case 'binary':
      return { kind, path: '' };
    case 'none':
    case 'kept':
      return { kind: 'none' };
    default:
      return assertNever(kind);
  }
}

/** Whether it stands in the collection that is a part of Keyfob, and so is never written. */
export function isBuiltIn({ source }: OpenRequest): boolean {
  return source.kind === 'saved' && source.collectionId === BUILT_IN_COLLECTION_ID;
}
