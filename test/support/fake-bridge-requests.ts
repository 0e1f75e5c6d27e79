import { failed, ok } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { apiKeyStatus } from '../../shared/domain/api-key.ts';
import type { Exchange, Hop, Response, Timings } from '../../shared/domain/exchange.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { originOf } from '../../shared/domain/origin.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import { fakeHistoryHandlers } from './fake-bridge-history.ts';
import { fakeResponseHandlers } from './fake-bridge-responses.ts';
import type { FakeState } from './fake-bridge-state.ts';

const timings: Timings = { dns: 0.4, connect: 0.6, tls: null, firstByte: 11.2, download: 1.9, total: 14.1 };

/** Sends nothing: answers every request with 200 and a small user, signed as the real sender would decide in the plain cases. */
export function fakeRequestHandlers(
  state: FakeState,
  publish: Publish,
): HandlersOf<'requests' | 'responses' | 'history'> {
  return {
    ...fakeHistoryHandlers(state, publish),
    ...fakeResponseHandlers(state),
    'requests.preview': ({ draft, collectionId }) => {
      const url = resolve(state, draft, collectionId);
      const unresolved = [...url.matchAll(/\{\{([^{}]+)\}\}/g)].map((match) => match[1] ?? '');
      const isReal = unresolved.length === 0 && originOf(url) !== null;
      const signing = isReal ? sign(state, draft, url) : null;
      return ok({ url: isReal ? url : null, signing, unresolved, problem: null });
    },
    'requests.send': ({ id, draft, collectionId, requestId, onWithheld }) => {
      const url = resolve(state, draft, collectionId);
      const origin = originOf(url);
      if (origin === null) return failed('request-invalid', { field: 'url' });
      const signing = sign(state, draft, url);
      const isStopped = signing.kind === 'withheld' && onWithheld === 'stop';
      const hop: Hop = { ...emptyHop(draft, url, signing), status: isStopped ? null : 200 };
      const exchange: Exchange = {
        id,
        method: draft.method,
        url,
        startedAt: state.now(),
        hops: [hop],
        outcome: isStopped
          ? { kind: 'failed', error: failed('key-withheld', { remedy: signing.remedy }).error }
          : { kind: 'response', response: userResponse() },
      };
      const place = collectionId === null ? null : { collectionId, requestId };
      state.history = [{ entry: entryOf(exchange), draft, exchange, place }, ...state.history];
      publish('history.changed', {});
      return ok(exchange);
    },
    'requests.cancel': () => ok({}),
    'requests.stop': () => ok({}),
  };
}

function resolve(state: FakeState, draft: RequestDraft, collectionId: string | null): string {
  const collection = state.collections.find(({ id }) => id === collectionId);
  const service = state.services.find(({ id }) => id === collection?.serviceId);
  const active = state.environments.find(({ id }) => id === state.preferences.activeEnvironmentId);
  const ofService = service === undefined ? draft.url : draft.url.replaceAll('{{baseUrl}}', service.baseUrl);
  return (active?.rows ?? []).reduce(
    (url, row) => (row.kind === 'plain' ? url.replaceAll(`{{${row.name}}}`, row.value) : url),
    ofService,
  );
}

function sign(state: FakeState, draft: RequestDraft, url: string): SigningDecision {
  const origin = originOf(url) ?? '';
  const { keyChoice } = draft;
  const service = state.services.find(({ origins }) => origins.includes(origin));
  const unsigned = (reason: Extract<SigningDecision, { kind: 'unsigned' }>['reason'], message: string) =>
    ({ kind: 'unsigned', origin, reason, message }) as const;
  if (keyChoice.kind === 'none') return unsigned('no-key-chosen', 'No key was chosen for this request.');
  if (keyChoice.kind === 'automatic' && service === undefined) {
    return unsigned('no-service-for-origin', 'No service names this origin.');
  }
  const key =
    keyChoice.kind === 'key'
      ? state.keys.find(({ id }) => id === keyChoice.apiKeyId)
      : state.keys.find(({ serviceId, isDefault }) => isDefault && serviceId === service?.id);
  if (key === undefined) return unsigned('service-without-default-key', 'This service has no default key.');
  return decide(state, key, origin);
}

function decide(state: FakeState, key: ApiKey, origin: string): SigningDecision {
  const service = state.services.find(({ id }) => id === key.serviceId);
  const signer = {
    apiKeyId: key.id,
    apiKeyName: key.name,
    mask: key.mask,
    headerName: service?.headerName ?? 'X-API-Key',
    origin,
  };
  const status = apiKeyStatus(key, state.now());
  if (status === 'disabled') {
    const text = { message: 'The key is disabled.', remedy: 'Enable it, or choose another key.' };
    return { kind: 'withheld', ...signer, reason: 'key-disabled', ...text };
  }
  if (status === 'expired') {
    const text = { message: 'The key has expired.', remedy: 'Set a new expiration, or regenerate it.' };
    return { kind: 'withheld', ...signer, reason: 'key-expired', ...text };
  }
  if (service?.origins.includes(origin) !== true) {
    const text = { message: `The key is not bound to ${origin}.`, remedy: 'Add the origin to its service.' };
    return { kind: 'withheld', ...signer, reason: 'origin-not-bound', ...text };
  }
  return { kind: 'sent', ...signer };
}

function emptyHop(draft: RequestDraft, url: string, signing: SigningDecision): Hop {
  const signed =
    signing.kind === 'sent' ? [{ name: signing.headerName, value: signing.mask, isSecret: true }] : [];
  return {
    method: draft.method,
    url,
    origin: signing.origin,
    signing,
    requestHeaders: [{ name: 'accept', value: '*/*', isSecret: false }, ...signed],
    droppedHeaders: [],
    status: null,
    statusText: 'OK',
    responseHeaders: [{ name: 'content-type', value: 'application/json; charset=utf-8', isSecret: false }],
    location: null,
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    connection: { isReused: false, localAddress: '127.0.0.1:50514', proxy: null, tls: null },
    timings,
  };
}

function userResponse(): Response {
  const user = { id: 1, username: 'you', email: 'you@localhost', fullName: 'You', teamId: 0 };
  const text = JSON.stringify({
    user,
    operations: [{ name: 'api_usage', limit: 100_000, usage: 42, overage: 0 }],
  });
  return {
    status: 200,
    statusText: 'OK',
    headers: [{ name: 'content-type', value: 'application/json; charset=utf-8', isSecret: false }],
    contentType: 'application/json; charset=utf-8',
    body: { kind: 'text', text, isTruncated: false },
    wireBytes: text.length,
    bodyBytes: text.length,
    isRedacted: false,
    timings,
  };
}

function entryOf({ id, method, url, startedAt, hops, outcome }: Exchange): HistoryEntry {
  const signing = hops[0]?.signing;
  return {
    id,
    at: startedAt,
    method,
    url,
    status: outcome.kind === 'response' ? outcome.response.status : null,
    errorCode: outcome.kind === 'failed' ? outcome.error.code : null,
    apiKeyName: signing?.kind === 'sent' ? signing.apiKeyName : null,
    durationMs: timings.total,
    bodyBytes: outcome.kind === 'response' ? outcome.response.bodyBytes : 0,
    isPinned: false,
  };
}
