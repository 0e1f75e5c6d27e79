import { z } from 'zod';

/** A file that a request sends. `not-chosen`: an imported request names it, and nobody chose it here, so it is not looked at. */
export const bodyFileSchema = z.strictObject({
  path: z.string().max(10_000),
  state: z.enum(['ready', 'not-chosen', 'unreadable']),
  /** Bytes; `null` unless it is ready. */
  size: z.int().nullable(),
  /** Where it may go without asking; one that was just chosen goes where the person sends it first. */
  origins: z.array(z.string()).readonly(),
});
export type BodyFile = z.infer<typeof bodyFileSchema>;

/** A path with a variable in it, which Keyfob puts nothing in the place of. A file that was chosen may be called so. */
export function holdsTemplate(path: string): boolean {
  return /\{\{[^{}]+\}\}/.test(path);
}

/** A file that was chosen for a collection. An empty id: for requests that are saved nowhere. */
export const sendableFileSchema = bodyFileSchema.extend({ collectionId: z.string() });
export type SendableFile = z.infer<typeof sendableFileSchema>;
