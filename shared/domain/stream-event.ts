import { z } from 'zod';

/** A server-sent event as it came (WHATWG HTML, 9.2), or a line, redacted. */
export const streamEventSchema = z.strictObject({
  /** Counted from 1. */
  number: z.int(),
  /** Milliseconds after the response's header section. */
  afterMs: z.number(),
  /** Its type; empty for a plain message. */
  name: z.string(),
  id: z.string(),
  data: z.string(),
  /** Whether `data` is a part of it; in a text, whether something before it was left out. */
  isCut: z.boolean(),
});
export type StreamEvent = z.infer<typeof streamEventSchema>;

/** What a stream is made of: server-sent events, a line for each JSON text, or the lines of a plain text. */
export const streamKindSchema = z.enum(['events', 'lines', 'text']);
export type StreamKind = z.infer<typeof streamKindSchema>;

/** The newest events of a stream, and how many came in all. */
export const exchangeEventsSchema = z.strictObject({
  kind: streamKindSchema,
  rows: z.array(streamEventSchema),
  count: z.int(),
});
export type ExchangeEvents = z.infer<typeof exchangeEventsSchema>;
