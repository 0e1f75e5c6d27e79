import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** What the main process calls what it makes, where neither the person nor a file says a name. */
export const madeNamesTexts = defineTexts('madeNames', () => ({
  /** What was duplicated: behind the name of the original. */
  copyOf: (name: string) => `${name} copy`,
  imported: {
    collection: 'Imported collection',
    folder: 'Folder',
    request: 'Request',
    environment: 'Imported environment',
    globals: 'Globals',
    key: 'Imported key',
    /** A saved response, behind the request that it belongs to. */
    example: 'example',
  },
}));

export type MadeNamesTexts = ShapeOf<typeof madeNamesTexts>;
