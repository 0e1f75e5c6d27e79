import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { maskOf } from '../../shared/domain/api-key.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Random } from '../ports/random.ts';
import type { ComposedRequest } from '../requests/composed-request.ts';
import { ACCEPTED_CODINGS } from '../requests/content-coding.ts';
import type { SecretRegistry } from '../requests/secret-registry.ts';
import { sendRequest, type SenderParts } from '../requests/send-request.ts';
import { told } from '../told.ts';

/** The key of a call: one that Keyfob keeps, or a value that is to be verified before it is kept. */
export type PostmanKey =
  { readonly kind: 'kept'; readonly apiKeyId: string } | { readonly kind: 'value'; readonly secret: string };

/** As whom, and to which of the services that speak the Postman API. */
export interface PostmanCaller {
  readonly service: Service;
  readonly key: PostmanKey;
}

export interface PostmanCall {
  readonly method: 'GET' | 'DELETE';
  /** With its query; `/me`. */
  readonly path: string;
  readonly signal: AbortSignal;
}

export interface PostmanReply {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** `undefined` when the body is not JSON. */
  readonly json: unknown;
}

export type PostmanConnection = (caller: PostmanCaller, call: PostmanCall) => Promise<Result<PostmanReply>>;

export interface PostmanConnectionOptions {
  readonly sender: SenderParts;
  readonly registry: SecretRegistry;
  readonly random: Random;
  readonly userAgent: string;
  readonly watch?: CallWatch;
}

/** Who counts the calls, and stops those that a used-up limit would refuse. */
export interface CallWatch {
  /** Why nothing is to be sent to this service at present. */
  refusal(serviceId: string): AppError | null;
  /** Told of every exchange; the key id is empty for one that is not kept. */
  noteOwnCall(exchange: Exchange, of: { readonly serviceId: string; readonly apiKeyId: string }): void;
}

const SETTINGS = { ...DEFAULT_REQUEST_SETTINGS, followRedirects: false, maxRedirects: 0 };

/**
 * Calls over the sender, with its rules: the key goes to the origins of its service alone, over https or loopback. A redirect
 * is not followed at all: the Postman API has none over https, so whoever answers with one is not it. Any status is a
 * reply; an error means that there is none: what the network did, or why the key was withheld. While the service's limit is
 * used up only `GET /me` goes out: it is asked for on demand alone, and tells whether that is still so.
 */
export function createPostmanConnection(options: PostmanConnectionOptions): PostmanConnection {
  return async (caller, { method, path, signal }) => {
    const refusal = path === '/me' ? null : (options.watch?.refusal(caller.service.id) ?? null);
    if (refusal !== null) return { ok: false, error: refusal };
    const redactor = options.registry.createRedactor();
    try {
      const sent = await sendRequest(
        {
          id: options.random.id(),
          request: requestOf(method, addressOf(caller.service, path), options.userAgent),
          keyChoice: { kind: 'key', apiKeyId: apiKeyIdOf(caller.key) },
          collectionServiceId: null,
          settings: SETTINGS,
          onWithheld: 'stop',
          redactor,
          signal,
          onProgress: () => undefined,
        },
        senderFor(caller, options.sender),
      );
      if (!sent.ok) return sent;
      const apiKeyId = caller.key.kind === 'kept' ? caller.key.apiKeyId : '';
      options.watch?.noteOwnCall(sent.value, { serviceId: caller.service.id, apiKeyId });
      return replyOf(sent.value);
    } finally {
      redactor.forget();
    }
  };
}

function addressOf({ baseUrl }: Service, path: string): string {
  return new URL(baseUrl.replace(/\/+$/, '') + path).href;
}

function requestOf(method: ComposedRequest['method'], url: string, userAgent: string): ComposedRequest {
  const headers = [
    { name: 'Accept', value: 'application/json' },
    { name: 'Accept-Encoding', value: ACCEPTED_CODINGS },
    { name: 'User-Agent', value: userAgent },
  ];
  return { method, url, headers, keyHeader: null, body: null, unresolved: [] };
}

function replyOf({ outcome }: Exchange): Result<PostmanReply> {
  if (outcome.kind === 'failed') return { ok: false, error: outcome.error };
  const { status, headers, body } = outcome.response;
  if (status >= 300 && status < 400) {
    return failed('redirect-refused', told('redirectNotFollowed'));
  }
  if (body.kind !== 'empty' && body.isTruncated) return failed('response-too-large');
  return ok({
    status,
    headers: new Map(headers.map(({ name, value }) => [name.toLowerCase(), value])),
    json: body.kind === 'text' ? jsonOf(body.text) : undefined,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller says so in its own words.
    return undefined;
  }
}

/** Stands for the key that is not kept. */
const VALUE_KEY_ID = 'not-kept';

function apiKeyIdOf(key: PostmanKey): string {
  return key.kind === 'kept' ? key.apiKeyId : VALUE_KEY_ID;
}

function senderFor({ service, key }: PostmanCaller, sender: SenderParts): SenderParts {
  return key.kind === 'kept' ? sender : { ...sender, signingKeys: keysOfValue(service, key.secret) };
}

/** The one key that is to be verified, as the signer knows keys, and bound as every key of its service. Nothing is recorded of it. */
function keysOfValue(service: Service, secret: string): SigningKeys {
  const apiKey: ApiKey = {
    id: VALUE_KEY_ID,
    serviceId: service.id,
    name: 'The key that was pasted',
    mask: maskOf(secret),
    createdAt: 0,
    regeneratedAt: null,
    lastUsed: null,
    expiresAt: null,
    expiresBy: null,
    ownExpiresAt: null,
    hasExpired: false,
    graceEndsAt: null,
    previousMask: null,
    hasOldSecret: false,
    isDefault: false,
    isDisabled: false,
    isReadOnly: true,
    isIssuedHere: false,
    extraOrigins: [],
    verification: null,
  };
  return {
    services: () => [service],
    findKey: () => apiKey,
    defaultKeyOf: () => apiKey,
    isExpired: () => false,
    openSecret: () => ok(secret),
    recordSent: () => undefined,
    recordWithheld: () => undefined,
  };
}
