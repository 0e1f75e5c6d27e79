/** A file that the person chose. */
export interface ChosenFile {
  readonly path: string;
  /** The last part of its path, for messages. */
  readonly name: string;
}

export interface SaveQuestion {
  readonly title: string;
  readonly suggestedName: string;
  readonly kind: { readonly name: string; readonly extension: string };
}

export interface OpenQuestion {
  readonly title: string;
  readonly kind: 'folder' | 'file';
}

/** Asks the person for files, outside the page. */
export interface FileDialog {
  /** `null` when the person changed their mind. */
  chooseSaveFile(question: SaveQuestion): Promise<ChosenFile | null>;
  /** A folder or file that is there, its path without a link in it; `null` when the person changed their mind. */
  chooseExisting(question: OpenQuestion): Promise<ChosenFile | null>;
}
