import { z } from 'zod';
import {
  MAX_DATA_CHARACTERS,
  runExpectationSchema,
  runIdSchema,
  runOptionsSchema,
  runRecordSchema,
  runRowSchema,
  runSchema,
  runVerdictSchema,
} from '../domain/run.ts';

const nothing = z.strictObject({});
const runId = z.strictObject({ id: runIdSchema });
const seq = z.int().min(1);

/** Runs of a whole collection or of one of its folders. */
export const runCommands = {
  /** What stands in a data file, before it is used: its columns and how many rows it has. */
  'runs.readData': {
    input: z.strictObject({ text: z.string().max(MAX_DATA_CHARACTERS) }),
    output: z.strictObject({ columns: z.array(z.string()), rowCount: z.int() }),
  },
  /** Begins a run and answers at once; `runs.progressed` tells how far it is. */
  'runs.start': {
    input: z.strictObject({
      id: runIdSchema,
      collectionId: z.string().max(80),
      /** `null`: the whole collection. */
      folderId: z.string().max(200).nullable(),
      options: runOptionsSchema,
      expectations: z.array(runExpectationSchema).max(5_000),
      data: z
        .strictObject({ name: z.string().max(255), text: z.string().max(MAX_DATA_CHARACTERS) })
        .nullable(),
    }),
    output: runSchema,
  },
  'runs.cancel': { input: runId, output: nothing },
  /** Newest first. */
  'runs.list': { input: nothing, output: z.array(runSchema) },
  /** A part of the rows, in the order in which the answers came; those of some verdicts, or (`null`) all of them. */
  'runs.listRows': {
    input: z.strictObject({
      id: runIdSchema,
      verdicts: z.array(runVerdictSchema).max(3).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(runRowSchema),
  },
  'runs.getRecord': { input: z.strictObject({ id: runIdSchema, seq }), output: runRecordSchema },
  /** For the chart, at most 2,000 points: when a request began and how long it took, in milliseconds; the slowest of its interval. */
  'runs.listPoints': {
    input: runId,
    output: z.strictObject({
      at: z.array(z.number()),
      slowest: z.array(z.number()),
      median: z.array(z.number()),
    }),
  },
  'runs.delete': { input: runId, output: nothing },
  /** Asks where to save, in the system's dialog, and writes the file there. */
  'runs.export': {
    input: z.strictObject({ id: runIdSchema, format: z.enum(['junit', 'json', 'html']) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), rows: z.int() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
} as const;

export const runEvents = {
  'runs.progressed': runSchema,
} as const;
