import { z } from 'zod';
import { bodyFileSchema, sendableFileSchema } from '../domain/body-file.ts';
import { webOriginSchema } from '../domain/origin.ts';
import { collectionIdSchema } from '../domain/collection.ts';

const collectionId = collectionIdSchema.nullable();

/** Files that requests send. A path that the person did not choose is never read. */
export const fileCommands = {
  /**
   * Asks the person, in the system's dialog; `null` when they changed their mind. `origin`: where the request goes, which the dialog says
   * and the file may go to from then on; `null` while that is not known.
   */
  'files.choose': {
    input: z.strictObject({ collectionId, origin: webOriginSchema.nullable() }),
    output: bodyFileSchema.nullable(),
  },
  'files.describe': {
    input: z.strictObject({ collectionId, paths: z.array(z.string().max(10_000)).max(200).readonly() }),
    output: z.array(bodyFileSchema),
  },
  /** The file goes to this origin no more without asking. */
  'files.takeBack': {
    input: z.strictObject({ collectionId, path: z.string().max(10_000), origin: webOriginSchema }),
    output: z.strictObject({}),
  },
  /** What was chosen, the latest first, at most 1,000; also for collections that are gone. */
  'files.list': { input: z.strictObject({}), output: z.array(sendableFileSchema) },
  /** It is chosen no more, for no request of this collection; `null`: for those that are saved nowhere. */
  'files.forget': {
    input: z.strictObject({ collectionId, path: z.string().max(10_000) }),
    output: z.strictObject({}),
  },
  'files.forgetAll': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;

export const fileEvents = {
  /** A file was chosen, or may go elsewhere now: other things can be told of its path. */
  'files.changed': z.strictObject({}),
} as const;
