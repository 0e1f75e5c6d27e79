import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';
import { connectionSchema } from './connection.ts';
import { httpMethodSchema } from './http-request.ts';
import { signingDecisionSchema } from './signing-decision.ts';
import { exchangeEventsSchema } from './stream-event.ts';

export const exchangeIdSchema = z.string().min(8).max(80);

/** Milliseconds of each phase; `null` where the phase did not happen (a reused connection has no dns, connect, tls). */
export const timingsSchema = z.strictObject({
  dns: z.number().nullable(),
  connect: z.number().nullable(),
  tls: z.number().nullable(),
  firstByte: z.number().nullable(),
  download: z.number().nullable(),
  total: z.number(),
});
export type Timings = z.infer<typeof timingsSchema>;

/** A header as it was sent or received, redacted: a signed header's value is the key's mask. */
export const shownHeaderSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  isSecret: z.boolean(),
});
export type ShownHeader = z.infer<typeof shownHeaderSchema>;

export const hopSchema = z.strictObject({
  method: httpMethodSchema,
  /** Redacted, without user-info and fragment. */
  url: z.string(),
  origin: z.string(),
  signing: signingDecisionSchema,
  requestHeaders: z.array(shownHeaderSchema),
  /** Names of headers that were not carried on to another origin. */
  droppedHeaders: z.array(z.string()),
  status: z.int().nullable(),
  statusText: z.string(),
  responseHeaders: z.array(shownHeaderSchema),
  /** The redirect's target as it was judged; `null` for the last hop. */
  location: z.string().nullable(),
  httpVersion: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  /** `null` where none was made, and in what was kept before connections were. */
  connection: connectionSchema.nullable().default(null),
  timings: timingsSchema,
});
export type Hop = z.infer<typeof hopSchema>;

/** The body as the window may show it: redacted, at most `PREVIEW_LIMIT_BYTES` of it. */
export const bodyPreviewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), isTruncated: z.boolean() }),
  z.strictObject({ kind: z.literal('binary'), hex: z.string(), isTruncated: z.boolean() }),
]);
export type BodyPreview = z.infer<typeof bodyPreviewSchema>;

export const PREVIEW_LIMIT_BYTES = 5 * 1024 * 1024;

export const responseSchema = z.strictObject({
  status: z.int(),
  statusText: z.string(),
  headers: z.array(shownHeaderSchema),
  contentType: z.string(),
  body: bodyPreviewSchema,
  /** Bytes of the body on the wire and after decompression. */
  wireBytes: z.int(),
  bodyBytes: z.int(),
  /** Whether something in it was masked because it was a key. */
  isRedacted: z.boolean(),
  timings: timingsSchema,
  /** Why the body is not whole: the person ended it, or the connection did. Without it the body came to its end. */
  end: z.enum(['stopped', 'broken']).optional(),
  /** As many bytes of the body can be read and saved, until Keyfob quits or later responses take their place. */
  keptBytes: z.int().optional(),
  /** Of a `text/event-stream`, or the lines of a stream of JSON texts. */
  events: exchangeEventsSchema.optional(),
});
export type Response = z.infer<typeof responseSchema>;

/** How a send ended: with a response, or not. Hops are listed in either case. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('response'), response: responseSchema }),
  /** Stopped before or in a hop; `withheld` errors let the user choose (see `requests.send`). */
  z.strictObject({ kind: z.literal('failed'), error: appErrorSchema }),
]);

export const exchangeSchema = z.strictObject({
  id: exchangeIdSchema,
  method: httpMethodSchema,
  url: z.string(),
  startedAt: z.int(),
  hops: z.array(hopSchema),
  outcome: outcomeSchema,
});
export type Exchange = z.infer<typeof exchangeSchema>;

export const exchangeProgressSchema = z.strictObject({
  id: exchangeIdSchema,
  phase: z.enum(['connecting', 'uploading', 'waiting', 'downloading']),
  hopCount: z.int(),
  /** Of a body that is read from files, while it is sent. */
  sentBytes: z.int().optional(),
  receivedBytes: z.int(),
  /** Of what is on its way, the request's body or the answer's; `null` while that is not known. */
  totalBytes: z.int().nullable(),
  /** A stream of events, whose end is not waited for. */
  isLive: z.boolean().optional(),
});
export type ExchangeProgress = z.infer<typeof exchangeProgressSchema>;
