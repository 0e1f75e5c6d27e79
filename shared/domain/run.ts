import { z } from 'zod';
import { appErrorCodeSchema } from './app-error.ts';
import { collectionIdSchema, itemIdSchema } from './collection.ts';
import { environmentIdSchema } from './environment.ts';
import { exchangeSchema } from './exchange.ts';
import { httpMethodSchema } from './http-request.ts';
import { findingSchema } from './run-findings.ts';
import { runSelectionSchema, runShareSchema } from './run-selection.ts';
import { MAX_PATTERN } from './pattern-problem.ts';
import { headerNameSchema } from './service.ts';

export const MAX_CONCURRENCY = 64;
export const MAX_ITERATIONS = 10_000;
/** Requests times iterations: more than anybody reads, and what the ledger holds without growing out of hand. */
export const MAX_RUN_REQUESTS = 100_000;
export const MAX_DATA_ROWS = 100_000;
export const MAX_DATA_CHARACTERS = 5_000_000;

const path = z.string().min(1).max(1_000);
const comparedValue = z.string().max(4_000);
/** A regular expression as ECMAScript writes it with Unicode, found anywhere in a text. */
const pattern = z.string().min(1).max(MAX_PATTERN);

/** `value`: JSON, or else text that is taken as it stands; of a match a pattern, in which `*` is any run of characters and `?` is one. */
const jsonPathExpectations = [
  z.strictObject({ kind: z.literal('json-path-exists'), path }),
  z.strictObject({ kind: z.literal('json-path-equals'), path, value: comparedValue }),
  z.strictObject({ kind: z.literal('json-path-not-equals'), path, value: comparedValue }),
  z.strictObject({ kind: z.literal('json-path-contains'), path, value: comparedValue }),
  z.strictObject({ kind: z.literal('json-path-matches'), path, value: comparedValue }),
  z.strictObject({ kind: z.literal('json-path-regex'), path, pattern }),
  z.strictObject({ kind: z.literal('json-path-less'), path, number: z.number() }),
  z.strictObject({ kind: z.literal('json-path-greater'), path, number: z.number() }),
] as const;

/** What a request's answer is measured by. No script: each is looked up and compared, nothing is run. */
export const expectationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.int().min(100).max(599) }),
  z.strictObject({ kind: z.literal('status-class'), statusClass: z.int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('header-exists'), name: headerNameSchema }),
  z.strictObject({ kind: z.literal('header-equals'), name: headerNameSchema, value: comparedValue }),
  z.strictObject({ kind: z.literal('header-matches'), name: headerNameSchema, value: comparedValue }),
  z.strictObject({ kind: z.literal('header-regex'), name: headerNameSchema, pattern }),
  z.strictObject({ kind: z.literal('body-contains'), text: z.string().min(1).max(4_000) }),
  z.strictObject({ kind: z.literal('body-lacks'), text: z.string().min(1).max(4_000) }),
  z.strictObject({ kind: z.literal('body-regex'), pattern }),
  ...jsonPathExpectations,
  z.strictObject({ kind: z.literal('time-under'), milliseconds: z.int().min(1).max(3_600_000) }),
]);
export type Expectation = z.infer<typeof expectationSchema>;
export type JsonPathExpectation = z.infer<(typeof jsonPathExpectations)[number]>;

/** In which environment: the one that Requests uses when the run starts, none, or one that was chosen for the run. */
export const runEnvironmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-use') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('chosen'), id: environmentIdSchema }),
]);
export type RunEnvironment = z.infer<typeof runEnvironmentSchema>;

const IN_USE: RunEnvironment = { kind: 'in-use' };

export const runOptionsSchema = z.strictObject({
  /** How often the requests are sent, in order; with a data file once for each of its rows. */
  iterations: z.int().min(1).max(MAX_ITERATIONS),
  /** How many requests are in flight at once. */
  concurrency: z.int().min(1).max(MAX_CONCURRENCY),
  /** Between two requests of one place in flight. */
  delayMs: z.int().min(0).max(600_000),
  stopOnError: z.boolean(),
  /** Whether a server that says `Retry-After` is waited for and asked again. */
  respectRetryAfter: z.boolean(),
  /** Whether each request stands in the history too. */
  keepInHistory: z.boolean(),
  environment: runEnvironmentSchema.default(IN_USE),
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

export const DEFAULT_RUN_OPTIONS: RunOptions = {
  iterations: 1,
  concurrency: 1,
  delayMs: 0,
  stopOnError: false,
  respectRetryAfter: false,
  keepInHistory: false,
  environment: IN_USE,
};

/** An expectation of one request, or of all of them (`requestId` is `null`). */
export const runExpectationSchema = z.strictObject({
  requestId: z.string().max(200).nullable(),
  expectation: expectationSchema,
});
export type RunExpectation = z.infer<typeof runExpectationSchema>;

export const expectationResultSchema = z.strictObject({
  expectation: expectationSchema,
  isMet: z.boolean(),
  /** What was found instead, redacted and short: a value, or the English of `finding`; empty when it is met. */
  found: z.string(),
  /** What there was in place of a value. */
  finding: findingSchema.optional(),
});
export type ExpectationResult = z.infer<typeof expectationResultSchema>;

/** `failed`: an answer came that is not as expected. `error`: none came. */
export const runVerdictSchema = z.enum(['passed', 'failed', 'error']);
export type RunVerdict = z.infer<typeof runVerdictSchema>;

/** One request of a run, as the list shows it. Redacted. */
export const runRowSchema = z.strictObject({
  /** From 1, in the order in which the answers came. */
  seq: z.int(),
  /** From 1. */
  iteration: z.int(),
  requestId: z.string(),
  name: z.string(),
  method: httpMethodSchema,
  url: z.string(),
  status: z.int().nullable(),
  errorCode: appErrorCodeSchema.nullable(),
  /** The name of the key that was sent or withheld. */
  apiKeyName: z.string().nullable(),
  verdict: runVerdictSchema,
  /** Milliseconds from the run's start. */
  startedAfterMs: z.number(),
  durationMs: z.number(),
  bodyBytes: z.int(),
  /** How often it was sent: more than once only where `Retry-After` was respected. */
  attempts: z.int(),
  /** Whether a key was withheld from it, or from a hop of it that went elsewhere. */
  isKeyWithheld: z.boolean().default(false),
});
export type RunRow = z.infer<typeof runRowSchema>;

/** A row with all that is kept of it. The body is kept up to `RUN_BODY_CHARACTERS`. */
export const runRecordSchema = z.strictObject({
  row: runRowSchema,
  expectations: z.array(expectationResultSchema),
  /** `null` when the request could not be composed, so that nothing was tried. */
  exchange: exchangeSchema.nullable(),
  /** What happened and what to do, where no answer came. */
  problem: z.strictObject({ message: z.string(), remedy: z.string() }).nullable(),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** Of a body a run keeps this much of each answer. */
export const RUN_BODY_CHARACTERS = 16 * 1024;

/** `interrupted`: Keyfob ended while it ran. `stopped`: at the first error, as asked. `locked`: Keyfob was locked, and sends nothing then. */
export const runStateSchema = z.enum([
  'running',
  'finished',
  'stopped',
  'cancelled',
  'failed',
  'interrupted',
  'locked',
]);
export type RunState = z.infer<typeof runStateSchema>;

export const runTotalsSchema = z.strictObject({
  done: z.int(),
  passed: z.int(),
  failed: z.int(),
  errors: z.int(),
  /** From which a key was withheld, whatever came of them. */
  withheld: z.int().default(0),
  expectations: z.int(),
  unmetExpectations: z.int(),
  receivedBytes: z.int(),
});
export type RunTotals = z.infer<typeof runTotalsSchema>;

export const runIdSchema = z.string().min(8).max(80);

/** Which requests are run. */
export const runPlaceSchema = z.strictObject({
  collectionId: collectionIdSchema,
  /** `null`: the whole collection. */
  folderId: itemIdSchema.nullable(),
});
export type RunPlace = z.infer<typeof runPlaceSchema>;

export const MAX_EXPECTATIONS = 5_000;

/** How a place was last set up to be run. Of the data file no more than its name is kept. */
export const runSetupSchema = z.strictObject({
  options: runOptionsSchema,
  expectations: z.array(runExpectationSchema).max(MAX_EXPECTATIONS),
  dataName: z.string().max(255).nullable(),
  /** Without it all requests are sent, in the collection's order. */
  selection: runSelectionSchema.optional(),
});
export type RunSetup = z.infer<typeof runSetupSchema>;

/** How long the answers of a run took, in milliseconds; `null` without any. */
export const runTimesSchema = z.strictObject({
  answers: z.int(),
  fastest: z.number().nullable(),
  median: z.number().nullable(),
  /** 95 of 100 answers took no longer. */
  p95: z.number().nullable(),
  slowest: z.number().nullable(),
});
export type RunTimes = z.infer<typeof runTimesSchema>;

/** In which order rows are listed: by the answers' coming, or by how long they took. */
export const runRowOrderSchema = z.enum(['first-to-last', 'last-to-first', 'slowest', 'fastest']);
export type RunRowOrder = z.infer<typeof runRowOrderSchema>;

export const runSchema = z.strictObject({
  id: runIdSchema,
  /** The collection's name, and the folder's after it. */
  name: z.string(),
  collectionId: z.string(),
  folderId: z.string().nullable(),
  /** The data file's name. */
  dataName: z.string().nullable(),
  /** What its environment was called; `null` without one. Not known of runs from before it was noted. */
  environmentName: z.string().nullable().optional(),
  options: runOptionsSchema,
  startedAt: z.int(),
  durationMs: z.number(),
  state: runStateSchema,
  /** Where some were left out. */
  share: runShareSchema.optional(),
  /** How many requests it is made of. */
  planned: z.int(),
  totals: runTotalsSchema,
});
export type Run = z.infer<typeof runSchema>;

export const NO_TOTALS: RunTotals = {
  done: 0,
  passed: 0,
  failed: 0,
  errors: 0,
  withheld: 0,
  expectations: 0,
  unmetExpectations: 0,
  receivedBytes: 0,
};
