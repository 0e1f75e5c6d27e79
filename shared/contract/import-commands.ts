import { z } from 'zod';
import {
  importedSchema,
  importFormatSchema,
  importPreviewSchema,
  importUndoneSchema,
  secretChoiceSchema,
} from '../domain/import.ts';

const token = z.string().max(100);
const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  /** Several formats fit: the person chooses, and `import.asFormat` goes on. */
  z.strictObject({
    kind: z.literal('ambiguous'),
    token: z.string(),
    formats: z.array(importFormatSchema).readonly(),
  }),
  z.strictObject({ kind: z.literal('preview'), preview: importPreviewSchema }),
]);

/** The main process reads files and the clipboard itself; the window gets no text of either, and no secret that is in them. */
export const importCommands = {
  'import.choose': { input: z.strictObject({ what: z.enum(['file', 'folder']) }), output: answer },
  'import.paste': { input: z.strictObject({}), output: answer },
  /** The files that the system asked Keyfob to open: `cancelled` when none wait. They are looked at, and nothing is kept. */
  'import.takeOpened': { input: z.strictObject({}), output: answer },
  /** What was dropped onto the window, once; its preload told it. `cancelled` when there is nothing. */
  'import.takeDropped': { input: z.strictObject({}), output: answer },
  'import.asFormat': { input: z.strictObject({ token, format: importFormatSchema }), output: answer },
  /** All or nothing. A secret without a choice is dropped. */
  'import.keep': {
    input: z.strictObject({ token, choices: z.array(secretChoiceSchema).max(500) }),
    output: importedSchema,
  },
  /**
   * Takes back exactly what the last import made, in one step, when nothing of it was changed or used since; its files go to the folder
   * `.trash` beside. `import-gone` for another one than the last.
   */
  'import.undo': { input: z.strictObject({ undoId: token }), output: importUndoneSchema },
  'import.discard': { input: z.strictObject({ token }), output: z.strictObject({}) },
} as const;
