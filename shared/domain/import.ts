import { z } from 'zod';
import { apiKeyNameSchema } from './api-key.ts';
import { secretOriginsSchema } from './environment.ts';
import { serviceDraftSchema, serviceIdSchema } from './service.ts';
import { wordedSchema } from './told.ts';

/** The formats that can be imported. */
export const importFormatSchema = z.enum([
  'postman-collection',
  'postman-environment',
  'postman-dump',
  'curl',
  'openapi',
  'insomnia',
  'bruno',
  'har',
  'dot-env',
]);
export type ImportFormat = z.infer<typeof importFormatSchema>;

const foundIdSchema = z.string().max(40);

/** A secret that was found, without its value. */
export const foundSecretSchema = z.strictObject({
  id: foundIdSchema,
  mask: z.string(),
  /** What it is called where it stands: a header, a parameter, a variable. */
  label: z.string(),
  places: z.array(z.string()).readonly(),
  /** Where its requests go, as far as the files tell. */
  origins: z.array(z.string()).readonly(),
  /** Whether a header can carry it, as a key of Keyfob must be. */
  canBeKey: z.boolean(),
  /** Variables of the environments whose value it is: it can be kept as theirs. */
  variables: z.array(z.string()).readonly(),
  suggestedName: z.string(),
  /** The service whose keys go to exactly these origins; `null` when there is none, or they are not known. */
  suggestedServiceId: serviceIdSchema.nullable(),
  /** For a new service; `null` when no single origin that a key may be bound to is known. */
  suggestedService: serviceDraftSchema.nullable(),
});
export type FoundSecretView = z.infer<typeof foundSecretSchema>;

export const importNoteSchema = z.strictObject({
  /** `kept`: in the file, and never run. `dropped`: left out. `changed`: in another form. */
  kind: z.enum(['kept', 'dropped', 'changed']),
  what: wordedSchema,
  where: z.string(),
});

/** What would come in. Nothing is kept yet. */
export const importPreviewSchema = z.strictObject({
  token: z.string(),
  formats: z.array(importFormatSchema).readonly(),
  collections: z.array(z.strictObject({ name: z.string(), folders: z.int(), requests: z.int() })).readonly(),
  environments: z.array(z.strictObject({ name: z.string(), variables: z.int() })).readonly(),
  found: z.array(foundSecretSchema).readonly(),
  /** The first of them. */
  notes: z.array(importNoteSchema).readonly(),
  noteCount: z.int(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What becomes of a found secret. */
export const secretChoiceSchema = z.discriminatedUnion('kind', [
  /** A key of a service: the files refer to it by its name. */
  z.strictObject({
    kind: z.literal('key'),
    foundId: foundIdSchema,
    name: apiKeyNameSchema,
    service: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('existing'), id: serviceIdSchema }),
      z.strictObject({ kind: z.literal('new'), draft: serviceDraftSchema }),
    ]),
  }),
  /** The sealed value of the environments' variables that it stood in; where else it stood, the files refer to them. */
  z.strictObject({ kind: z.literal('variable'), foundId: foundIdSchema, origins: secretOriginsSchema }),
  /** Not kept: its place in the files is left empty. */
  z.strictObject({ kind: z.literal('drop'), foundId: foundIdSchema }),
]);
export type SecretChoice = z.infer<typeof secretChoiceSchema>;

export const importedSchema = z.strictObject({
  /** Takes it back: `import.undo`. */
  undoId: z.string(),
  collections: z.array(z.string()).readonly(),
  environments: z.array(z.string()).readonly(),
  keys: z.int(),
  /** Secret variables whose value is sealed. */
  variables: z.int(),
});
export type Imported = z.infer<typeof importedSchema>;

/** Why an import is not taken back: something of it is another by now. */
export const importStaySchema = z.strictObject({
  what: z.enum(['collection', 'environment', 'key', 'service']),
  name: z.string(),
  why: z.enum(['changed', 'used', 'gone']),
});
export type ImportStay = z.infer<typeof importStaySchema>;

export const importUndoneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('undone') }),
  /** All of it stays. */
  z.strictObject({ kind: z.literal('stays'), reasons: z.array(importStaySchema).min(1).readonly() }),
]);
export type ImportUndone = z.infer<typeof importUndoneSchema>;
