import type { QuestionsTexts } from '../../shared/texts/en/questions.ts';

/** What a file is written for, or chosen for; the dialog says it in the language of the moment. */
export type SavePurpose = keyof QuestionsTexts['files']['save'];
export type OpenPurpose = keyof QuestionsTexts['files']['open'];
export type FileKind = keyof QuestionsTexts['files']['kinds'];

/** A file that the person chose. */
export interface ChosenFile {
  readonly path: string;
  /** The last part of its path, for messages. */
  readonly name: string;
}

export interface SaveQuestion {
  readonly purpose: SavePurpose;
  readonly suggestedName: string;
  readonly kind: { readonly name: FileKind; readonly extension: string };
}

export interface OpenQuestion {
  readonly purpose: OpenPurpose;
  readonly kind: 'folder' | 'file';
  /** Where a file is to be sent. */
  readonly origin?: string;
}

/** Asks the person for files, outside the page. */
export interface FileDialog {
  /** `null` when the person changed their mind. */
  chooseSaveFile(question: SaveQuestion): Promise<ChosenFile | null>;
  /** A folder or file that is there, its path without a link in it; `null` when the person changed their mind. */
  chooseExisting(question: OpenQuestion): Promise<ChosenFile | null>;
}
