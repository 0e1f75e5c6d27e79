import { z } from 'zod';
import { bindableOriginSchema } from '../domain/origin.ts';
import { collectionIdSchema, itemIdSchema } from '../domain/collection.ts';
import {
  environmentIdSchema,
  environmentNameSchema,
  environmentRowChangeSchema,
  environmentSchema,
  environmentSummarySchema,
  knownVariableSchema,
  secretOriginsSchema,
} from '../domain/environment.ts';

const nothing = z.strictObject({});
const environment = z.strictObject({ id: environmentIdSchema });
const created = z.strictObject({ id: z.string() });

/** Environments: Postman files in a folder beside the collections, and what is sealed of them. */
export const environmentCommands = {
  'environments.list': {
    input: nothing,
    output: z.strictObject({
      /** The one that is used; `null` for none, also when its file is gone. */
      activeId: environmentIdSchema.nullable(),
      /** The one that was made here to keep typed secrets in, whatever it is called now; `null` for none. */
      typedValuesId: environmentIdSchema.nullable(),
      environments: z.array(environmentSummarySchema).readonly(),
    }),
  },
  'environments.get': { input: environment, output: environmentSchema },
  'environments.create': {
    input: z.strictObject({
      name: environmentNameSchema,
      /** It is the one of `typedValuesId` then. */
      isForTypedValues: z.boolean().optional(),
    }),
    output: created,
  },
  'environments.rename': {
    input: z.strictObject({ id: environmentIdSchema, name: environmentNameSchema }),
    output: nothing,
  },
  /** With its secrets, sealed anew. */
  'environments.duplicate': { input: environment, output: created },
  /** Puts the file into the folder `.trash` beside it. */
  'environments.delete': { input: environment, output: z.strictObject({ undoId: z.string() }) },
  'environments.undo': { input: z.strictObject({ undoId: z.string().max(80) }), output: nothing },
  /** `null`: no environment. */
  'environments.setActive': {
    input: z.strictObject({ id: environmentIdSchema.nullable() }),
    output: nothing,
  },
  /**
   * All rows, as they are to be. `collection-changed-on-disk` when the file holds other ones than those of this revision. A hidden row
   * that goes, or becomes a plain one, takes its sealed value with it.
   */
  'environments.saveRows': {
    input: z.strictObject({
      id: environmentIdSchema,
      revision: z.string().max(100),
      rows: z.array(environmentRowChangeSchema).max(10_000).readonly(),
    }),
    output: environmentSchema,
  },
  /**
   * Seals a variable's value and says where it may go. `secret` `null`: the one that is sealed, or else the one that stands in the
   * file, which leaves it. Origins that a value which is known already did not have are asked for outside the window.
   */
  'environments.setSecret': {
    input: z.strictObject({
      id: environmentIdSchema,
      name: z.string().trim().min(1).max(200),
      secret: z.string().min(1).max(10_000).nullable(),
      origins: secretOriginsSchema,
    }),
    output: environmentSchema,
  },
  /** The variables that a request at this place may use, the narrowest of each name. */
  'variables.list': {
    input: z.strictObject({
      collectionId: collectionIdSchema.nullable(),
      requestId: itemIdSchema.nullable(),
    }),
    output: z.array(knownVariableSchema).readonly(),
  },
  /** Forgets what was kept of answers; `name` `null`: all of the collection. */
  'variables.clearKept': {
    input: z.strictObject({
      collectionId: collectionIdSchema.nullable(),
      name: z.string().max(200).nullable(),
    }),
    output: nothing,
  },
  /** Lets a secret that an answer gave go to a further origin; asked for outside the window. `not-found`, `cancelled`. */
  'variables.allowKept': {
    input: z.strictObject({
      collectionId: collectionIdSchema.nullable(),
      name: z.string().min(1).max(200),
      origin: bindableOriginSchema,
    }),
    output: nothing,
  },
} as const;

export const environmentEvents = {
  /** An environment was changed, by Keyfob or by another program, or another one is used. */
  'environments.changed': nothing,
  /** What was kept of answers is another. */
  'variables.changed': nothing,
} as const;
