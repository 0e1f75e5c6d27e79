import { documentsTold } from './told/documents.ts';
import { importsTold } from './told/imports.ts';
import { keysTold } from './told/keys.ts';
import { runsTold } from './told/runs.ts';
import { sendingTold } from './told/sending.ts';

/** What errors say that are worded for their occasion, each under a name. The main process makes them; the window knows them in its own language. */
export const toldTexts = { ...documentsTold, ...importsTold, ...keysTold, ...runsTold, ...sendingTold };

export type ToldTexts = typeof toldTexts;
