import { z } from 'zod';

/** A server-sent event as it came (WHATWG HTML, 9.2), redacted. */
export const streamEventSchema = z.strictObject({
  /** Counted from 1. */
  number: z.int(),
  /** Milliseconds after the response's header section. */
  afterMs: z.number(),
  /** Its type; empty for a plain message. */
  name: z.string(),
  id: z.string(),
  data: z.string(),
  /** Whether `data` is a part of it. */
  isCut: z.boolean(),
});
export type StreamEvent = z.infer<typeof streamEventSchema>;

/** The newest events of a stream, and how many came in all. */
export const exchangeEventsSchema = z.strictObject({
  rows: z.array(streamEventSchema),
  count: z.int(),
});
export type ExchangeEvents = z.infer<typeof exchangeEventsSchema>;
