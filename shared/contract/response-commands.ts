import { z } from 'zod';
import { exchangeIdSchema } from '../domain/exchange.ts';
import {
  filteredJsonSchema,
  MAX_FILTERED_CHARACTERS,
  MAX_JSON_PATH_CHARACTERS,
} from '../domain/filtered-json.ts';
import { streamEventSchema, streamKindSchema } from '../domain/stream-event.ts';

const nothing = z.strictObject({});
const exchangeId = z.strictObject({ id: exchangeIdSchema });

export const MAX_READ_BYTES = 8 * 1024 * 1024;

/** The whole body of a response, of which the window shows the beginning. */
export const responseCommands = {
  /** Ends the answer that is under way; what came until then is kept. Does nothing before the answer begins. */
  'requests.stop': { input: exchangeId, output: nothing },
  /** A part of the body, masked. `not-found` once it is no longer kept. */
  'responses.read': {
    input: exchangeId.extend({
      offset: z.int().min(0),
      length: z.int().min(1).max(MAX_READ_BYTES),
    }),
    output: z.strictObject({ base64: z.string(), size: z.int() }),
  },
  /**
   * Looks for what a JSONPath names in the body, masked; another one ends it. `not-found` where none is kept of which all secrets are
   * masked: then `text`, the whole body as it is shown, is looked through (`null`: it is not given). `file-unreadable`.
   */
  'responses.filter': {
    input: exchangeId.extend({
      path: z.string().min(1).max(MAX_JSON_PATH_CHARACTERS),
      text: z.string().max(MAX_FILTERED_CHARACTERS).nullable(),
    }),
    output: filteredJsonSchema,
  },
  /** Ends the filter that is under way, if it is of this response. */
  'responses.stopFilter': { input: exchangeId, output: nothing },
  /** Writes the body, masked, where the person says. `not-found`, `export-failed`. */
  'responses.save': {
    input: exchangeId,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({
        kind: z.literal('saved'),
        fileName: z.string(),
        bytes: z.int(),
        /** Whether a key stood in it and was written over. */
        isRedacted: z.boolean(),
      }),
    ]),
  },
  /** Shows the file that this response was saved as last, in the system's file manager. `not-found` when it was not, since Keyfob was started. */
  'responses.showFile': { input: exchangeId, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const responseEvents = {
  /**
   * Events of a `text/event-stream`, or the lines of a stream of JSON texts, as they came; at most ten times a second. The lines of a text
   * that is not there within a second too: the newest. `count`: how many came in all, of a text how many were told.
   */
  'requests.streamed': z.strictObject({
    id: exchangeIdSchema,
    kind: streamKindSchema,
    events: z.array(streamEventSchema),
    count: z.int(),
  }),
} as const satisfies Record<string, z.ZodType>;
