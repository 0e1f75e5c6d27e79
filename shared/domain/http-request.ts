import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { keepRowsSchema } from './kept-value.ts';
import { headerNameSchema } from './service.ts';

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export const httpMethodSchema = z.enum(HTTP_METHODS);
export type HttpMethod = z.infer<typeof httpMethodSchema>;

const MAX_TEXT = 5_000_000;

/** A row of the Params, Headers or form table. A row that is not enabled is kept but not sent. */
export const fieldRowSchema = z.strictObject({
  name: z.string().max(4_000),
  value: z.string().max(100_000),
  isEnabled: z.boolean(),
});
export type FieldRow = z.infer<typeof fieldRowSchema>;

const filePathSchema = z.string().max(10_000);

/** A part of a multipart form (RFC 7578). An empty content type: the usual one. */
export const multipartPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    name: z.string().max(4_000),
    value: z.string().max(100_000),
    contentType: z.string().max(200),
    isEnabled: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(4_000),
    paths: z.array(filePathSchema).max(100).readonly(),
    contentType: z.string().max(200),
    isEnabled: z.boolean(),
  }),
]);
export type MultipartPart = z.infer<typeof multipartPartSchema>;

export const requestBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('json'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('xml'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('html'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('javascript'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('form'), fields: z.array(fieldRowSchema).max(2_000).readonly() }),
  z.strictObject({ kind: z.literal('multipart'), parts: z.array(multipartPartSchema).max(2_000).readonly() }),
  /** One file's bytes. An empty path: none was chosen. */
  z.strictObject({ kind: z.literal('binary'), path: filePathSchema }),
  /** A GraphQL query, with the JSON text of its variables; an empty operation name says nothing about it. */
  z.strictObject({
    kind: z.literal('graphql'),
    query: z.string().max(MAX_TEXT),
    variables: z.string().max(MAX_TEXT),
    operationName: z.string().max(4_000),
  }),
  /** A body that stands in the request's file and that Keyfob cannot send. It stays as it is there. */
  z.strictObject({ kind: z.literal('kept'), mode: z.string().max(100) }),
]);
export type RequestBody = z.infer<typeof requestBodySchema>;
export type GraphqlBody = Extract<RequestBody, { kind: 'graphql' }>;

/** What was typed of a body that is no table and no file. */
export function textsOfBody(body: RequestBody): readonly string[] {
  if ('text' in body) return [body.text];
  return body.kind === 'graphql' ? [body.query, body.variables, body.operationName] : [];
}

const MAX_PORT = 65_535;

/** `scheme://host:port`, without credentials; empty where none was typed. A host has no signs that are not seen, or turn a text around. */
export const requestProxySchema = z
  .string()
  .max(300)
  .regex(/^(?:(?:http|https|socks5):\/\/(?:\[[0-9a-f:.]+\]|[^\s\p{C}/?#:@\\[\]]+):[1-9]\d{0,4})?$/u)
  .refine((address) => Number(/\d*$/.exec(address)?.[0]) <= MAX_PORT);

/** Which key signs the request. `automatic`: the default key of the service whose origins hold the request's origin. */
export const keyChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('automatic') }),
  z.strictObject({ kind: z.literal('key'), apiKeyId: apiKeyIdSchema }),
  z.strictObject({ kind: z.literal('none') }),
  /** A key that a collection's file names and that this Keyfob does not have, or has several of: sending says so. */
  z.strictObject({ kind: z.literal('named'), name: z.string().max(400) }),
]);
export type KeyChoice = z.infer<typeof keyChoiceSchema>;

export const requestSettingsSchema = z.strictObject({
  timeoutMs: z.int().min(1).max(3_600_000),
  followRedirects: z.boolean(),
  maxRedirects: z.int().min(0).max(50),
  /** Whether a bad certificate of the server ends the request. Off, the key is withheld until the person confirms it for the origin. */
  verifyCertificates: z.boolean().default(true),
  /** `auto`: HTTP/2 where the server speaks it. */
  httpVersion: z.enum(['auto', 'http1', 'http2']).default('auto'),
  /** `app`: as Settings says. `other`: the one of `proxyAddress`, once the person agreed to it outside the page. */
  proxy: z.enum(['app', 'none', 'other']).default('app'),
  proxyAddress: requestProxySchema.default(''),
});
export type RequestSettings = z.infer<typeof requestSettingsSchema>;

export const DEFAULT_REQUEST_SETTINGS: RequestSettings = {
  timeoutMs: 30_000,
  followRedirects: true,
  maxRedirects: 10,
  verifyCertificates: true,
  httpVersion: 'auto',
  proxy: 'app',
  proxyAddress: '',
};

/** A request as the editor holds it: templates unresolved, no secret in it. */
export const requestDraftSchema = z.strictObject({
  name: z.string().max(200),
  method: httpMethodSchema,
  /** May hold `{{variables}}`. The query stands in `params`, not here; a query typed into the URL is sent as typed. */
  url: z.string().max(60_000),
  params: z.array(fieldRowSchema).max(2_000).readonly(),
  /** What `:name` as a whole segment of the URL's path stands for. */
  pathVariables: z.array(fieldRowSchema).max(200).readonly().default([]),
  headers: z
    .array(fieldRowSchema.extend({ name: z.union([headerNameSchema, z.string().max(200)]) }))
    .max(500)
    .readonly(),
  body: requestBodySchema,
  keyChoice: keyChoiceSchema,
  settings: requestSettingsSchema,
  /** What is kept of its answer; without it nothing. */
  keeps: keepRowsSchema.optional(),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

/** Methods that a read-only key may be used with (RFC 9110, 9.2.1: safe methods). */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

export function emptyRequestDraft(): RequestDraft {
  return {
    name: '',
    method: 'GET',
    url: '',
    params: [],
    pathVariables: [],
    headers: [],
    body: { kind: 'none' },
    keyChoice: { kind: 'automatic' },
    settings: DEFAULT_REQUEST_SETTINGS,
  };
}
