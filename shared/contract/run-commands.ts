import { z } from 'zod';
import { runSelectionSchema } from '../domain/run-selection.ts';
import {
  MAX_DATA_CHARACTERS,
  MAX_EXPECTATIONS,
  runExpectationSchema,
  runIdSchema,
  runOptionsSchema,
  runPlaceSchema,
  runRecordSchema,
  runRowOrderSchema,
  runRowSchema,
  runSchema,
  runSetupSchema,
  runTimesSchema,
  runVerdictSchema,
} from '../domain/run.ts';

const nothing = z.strictObject({});
const runId = z.strictObject({ id: runIdSchema });
const seq = z.int().min(1);

/** Runs of a whole collection or of one of its folders. */
export const runCommands = {
  /** What stands in a data file, before it is used: its columns, how many rows it has, and the first of them. */
  'runs.readData': {
    input: z.strictObject({ text: z.string().max(MAX_DATA_CHARACTERS) }),
    output: z.strictObject({
      columns: z.array(z.string()),
      rowCount: z.int(),
      /** Values in the order of the columns; long ones are cut off. */
      firstRows: z.array(z.array(z.string())),
    }),
  },
  /** How a collection or a folder was last set up; `null` before the first time. */
  'runs.getSetup': {
    input: runPlaceSchema,
    output: z.strictObject({ setup: runSetupSchema.nullable() }),
  },
  /** Keeps a set-up without running it. `text-holds-secret` when an expectation holds a key's value. */
  'runs.saveSetup': {
    input: z.strictObject({ place: runPlaceSchema, setup: runSetupSchema }),
    output: nothing,
  },
  /** Keeps the set-up, begins a run and answers at once; `runs.progressed` tells how far it is. */
  'runs.start': {
    input: z.strictObject({
      id: runIdSchema,
      ...runPlaceSchema.shape,
      options: runOptionsSchema,
      expectations: z.array(runExpectationSchema).max(MAX_EXPECTATIONS),
      data: z
        .strictObject({ name: z.string().max(255), text: z.string().max(MAX_DATA_CHARACTERS) })
        .nullable(),
      selection: runSelectionSchema.optional(),
    }),
    output: runSchema,
  },
  'runs.cancel': { input: runId, output: nothing },
  /** Newest first. */
  'runs.list': { input: nothing, output: z.array(runSchema) },
  /** A part of the rows: those of some verdicts, or (`null`) all of them. */
  'runs.listRows': {
    input: z.strictObject({
      id: runIdSchema,
      verdicts: z.array(runVerdictSchema).max(3).nullable(),
      /** Of these, those alone from which a key was withheld. */
      isWithheldOnly: z.boolean(),
      order: runRowOrderSchema,
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
  'runs.getTimes': { input: runId, output: runTimesSchema },
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
  /** While the window has the focus; else the desktop tells it. Names and numbers alone. */
  'runs.ended': z.strictObject({ id: runIdSchema, isGood: z.boolean(), title: z.string(), body: z.string() }),
} as const;
