import { z } from 'zod';
import { appErrorCodeSchema, appErrorSchema } from './app-error.ts';
import { wordedSchema } from './told.ts';
import { bindableOriginSchema } from './origin.ts';

/** A file's name in the environments folder, behind `env:`. */
export const environmentIdSchema = z.string().min(1).max(300);
export const environmentNameSchema = z.string().trim().min(1).max(200);

/** What is in the place of a secret variable's value. `in-file`: it stands in the file in the clear, and is not used so. */
export const secretStateSchema = z.enum(['absent', 'kept', 'in-file', 'lost']);

const variableName = z.string().max(4_000);
const variableValue = z.string().max(100_000);

export const environmentRowSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plain'),
    name: variableName,
    value: variableValue,
    isEnabled: z.boolean(),
  }),
  /** Its value lies sealed in the ledger and never comes here. */
  z.strictObject({
    kind: z.literal('hidden'),
    name: variableName,
    isEnabled: z.boolean(),
    state: secretStateSchema,
    /** Where it may go. */
    origins: z.array(z.string()).readonly(),
  }),
]);
export type EnvironmentRow = z.infer<typeof environmentRowSchema>;

export const environmentSummarySchema = z.strictObject({
  id: environmentIdSchema,
  name: z.string(),
  fileName: z.string(),
  variableCount: z.int(),
  /** Why the file cannot be read; it is not touched then. `null` when it can. */
  problem: appErrorSchema.nullable(),
});
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>;

export const environmentSchema = z.strictObject({
  id: environmentIdSchema,
  name: z.string(),
  fileName: z.string(),
  /** Tells whether the file changed since it was read. */
  revision: z.string().max(100),
  rows: z.array(environmentRowSchema).readonly(),
  /** Origins that the plain variables name: where a secret of this environment is likely to go. */
  suggestedOrigins: z.array(z.string()).readonly(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** A row as it is to be written. `was`: its place among the rows of the revision; `null` for a new one. */
export const environmentRowChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plain'),
    was: z.int().min(0).nullable(),
    name: variableName,
    value: variableValue,
    isEnabled: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('hidden'),
    was: z.int().min(0).nullable(),
    name: variableName,
    isEnabled: z.boolean(),
  }),
]);
export type EnvironmentRowChange = z.infer<typeof environmentRowChangeSchema>;

export const secretOriginsSchema = z.array(bindableOriginSchema).max(20).readonly();

/** Where a variable's value comes from. */
export const variableSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request') }),
  z.strictObject({ kind: z.literal('folder'), name: z.string() }),
  z.strictObject({ kind: z.literal('collection'), name: z.string() }),
  /** The service that the collection stands for. */
  z.strictObject({ kind: z.literal('service'), name: z.string() }),
  z.strictObject({ kind: z.literal('environment'), name: z.string() }),
  /** A reference to an API key; in a header alone. */
  z.strictObject({ kind: z.literal('key'), name: z.string() }),
  /** A dynamic variable: its value is made anew wherever it stands, with every request. */
  z.strictObject({ kind: z.literal('made') }),
  /** Taken from the answer of a request, and kept in memory alone. */
  z.strictObject({
    kind: z.literal('answer'),
    request: z.string(),
    /** Of the server that gave it; empty for none. */
    origin: z.string(),
    takenAt: z.int(),
    /** Where it may go, if it is a secret. */
    origins: z.array(z.string()),
  }),
]);
export type VariableSource = z.infer<typeof variableSourceSchema>;

/** A variable that a request may use, as it is shown. */
export const knownVariableSchema = z.strictObject({
  name: z.string(),
  source: variableSourceSchema,
  /** As it is sent, with its own variables resolved; `null` for one that is sealed, or that cannot be resolved. */
  value: z.string().nullable(),
  isHidden: z.boolean(),
  /** Why it cannot be used as it is; `null` when it can. */
  problem: wordedSchema.extend({ code: appErrorCodeSchema.optional() }).nullable(),
});
export type KnownVariable = z.infer<typeof knownVariableSchema>;
