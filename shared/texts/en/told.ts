import { documentsTold } from './told/documents.ts';
import { importNotesTold } from './told/import-notes.ts';
import { importsTold } from './told/imports.ts';
import { keysTold } from './told/keys.ts';
import { notesTold } from './told/notes.ts';
import { runsTold } from './told/runs.ts';
import { sendingTold } from './told/sending.ts';
import { signingTold } from './told/signing.ts';
import { statesTold } from './told/states.ts';

/** What is worded for its occasion (errors, why a key is withheld, states), each under a name. The main process makes them; the window knows them in its own language. */
export const toldTexts = {
  ...{ ...documentsTold, ...importNotesTold, ...importsTold, ...keysTold },
  ...{ ...notesTold, ...runsTold, ...sendingTold, ...signingTold, ...statesTold },
};

export type ToldTexts = typeof toldTexts;
