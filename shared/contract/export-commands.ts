import { z } from 'zod';
import { codeSnippetSchema, snippetLanguageSchema } from '../domain/code-snippet.ts';
import { collectionIdSchema, itemIdSchema } from '../domain/collection.ts';
import { environmentIdSchema } from '../domain/environment.ts';
import { exchangeIdSchema } from '../domain/exchange.ts';
import { requestDraftSchema } from '../domain/http-request.ts';

const saved = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), fileName: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
]);

/** What leaves Keyfob as a file or as code. Each is looked through for secrets first (`export-holds-secret`, `text-holds-secret`). */
export const exportCommands = {
  /** A Postman Collection v2.1. */
  'exports.saveCollection': { input: z.strictObject({ id: collectionIdSchema }), output: saved },
  /** A Postman environment, without the values of its secret variables. */
  'exports.saveEnvironment': { input: z.strictObject({ id: environmentIdSchema }), output: saved },
  /** An exchange of the history as HAR 1.2, redacted as it is there. */
  'exports.saveHar': { input: z.strictObject({ id: exchangeIdSchema }), output: saved },
  /** A request as code; the errors of a request that cannot be sent as it is. */
  'exports.getSnippet': {
    input: z.strictObject({
      draft: requestDraftSchema,
      collectionId: collectionIdSchema.nullable(),
      requestId: itemIdSchema.nullable(),
      language: snippetLanguageSchema,
    }),
    output: codeSnippetSchema,
  },
} as const;
