import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** Collections: their tree, their details, the tabs of open requests, and how they are saved and exported. */
export const collectionsTexts = defineTexts('collections', (f) => ({
  auth: {
    label: 'Authorization',
    key: 'Key',
    keyGone: 'This key no longer exists',
    from: (name: string, what: string) => `From “${name}”: ${what}.`,
    asInFile: 'As the file says',
    inherited: 'Inherited',
    certain: 'A certain key',
    certainNote: 'A reference by name in the file, never its value. It goes only to its service’s origins.',
    none: 'No key',
    noneNote: 'Keyfob adds nothing.',
    automatic: 'the default key of the service whose origins hold the address',
    noKey: 'no key',
    named: (name: string) => `the key “${name}”`,
    header: (name: string, value: string) => `the header ${name}: ${value}`,
    kept: (type: string) =>
      `authorization of the type “${type}”, which is kept in the file and not used by Keyfob`,
  },
  common: {
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    saveAs: 'Save as…',
    name: 'Name',
    collection: 'Collection',
    unnamedFolder: 'Folder without a name',
    newRequest: 'New request',
    showFile: 'Show in file manager',
  },
  details: {
    of: (name: string) => `Details of ${name}`,
    description: 'Description',
    variables: 'Variables',
    ofCollection: 'Collection variables',
    auth: 'Auth',
  },
  exporting: {
    collection: (name: string) => `Export ${name}`,
    short: 'Export',
    saved: (fileName: string) => `Saved ${fileName}.`,
  },
  snippet: {
    title: 'Copy as code',
    language: 'Language',
    code: 'Code',
    noHidden: 'The code holds no key and no secret variable.',
    placeholders: (names: string) =>
      `Set ${names} where the code runs. The value of a key or a secret variable is never in it.`,
  },
  /** The parts of a request, as the editor calls them. */
  parts: {
    name: 'Name',
    method: 'Method',
    url: 'URL',
    params: 'Params',
    pathVariables: 'Path variables',
    headers: 'Headers',
    body: 'Body',
    keyChoice: 'Auth',
    settings: 'Settings',
  },
  onDisk: {
    copyOf: (name: string) => `${name} copy`,
    differences: (parts: string) => `Yours and the file’s differ in: ${parts}.`,
    title: 'The request changed in its file',
    load: 'Load the file’s',
    keepCopy: 'Keep mine as a copy',
    text: (title: string) =>
      `“${title}” was changed in its file since you opened it, and you changed it here. Nothing was written.`,
    gone: 'This request is no longer in its collection',
    changed: 'This request changed in its file',
    choose: 'Choose…',
  },
  closing: {
    question: (title: string) => `Save changes to “${title}”?`,
    discard: 'Don’t save',
    text: 'What you changed is lost when it is closed without being saved.',
    more: (count: number) =>
      `${f.plural(count, { one: 'One more request is', other: `${f.number(count)} more requests are` })} not saved.`,
  },
  saveAs: {
    title: 'Save request',
    nameMissing: 'Give the request a name.',
    newCollection: 'New collection…',
    collectionName: 'Name of the new collection',
    collectionNameMissing: 'Give the collection a name.',
    explanations: {
      chosen: null,
      new: null,
      'built-in': 'The Postman API collection is part of Keyfob and stays as it is. A copy is saved.',
      gone: 'The request is no longer in its collection. Choose where to keep it.',
    },
    folder: 'Folder',
    noFolder: 'No folder',
    newFolder: 'New folder…',
    folderName: 'Name of the new folder',
    folderNameMissing: 'Give the folder a name.',
  },
  typed: {
    /** Of the environment that is made where none is in use. */
    environment: 'Secrets',
    title: 'Save a secret to the file?',
    plain: 'Save as plain text',
    text: (of: 'request' | 'collection', places: readonly string[]) =>
      `The ${of}’s file is plain text, for whoever reads the folder or its repository. A value that looks like a secret was typed into ${f.list(places)}.`,
    places: {
      header: (name: string) => `the header ${name}`,
      parameter: (name: string) => `the parameter ${name}`,
      'path variable': (name: string) => `the path variable ${name}`,
      field: (name: string) => `the field ${name}`,
      body: (name: string) => `the field ${name} of the body`,
      query: (name: string) => `the argument ${name} of the query`,
      address: (name: string) => `the address (${name})`,
      variable: (name: string) => `the variable ${name}`,
    },
    keep: (count: number) =>
      f.plural(count, { one: 'Keep as a secret variable', other: 'Keep as secret variables' }),
    /** `null`: a new one is made. */
    sealed: (environment: string | null, { isInUse }: { readonly isInUse: boolean }) =>
      environment === null
        ? 'As a secret variable it is sealed in a new environment “Secrets”, which requests then use, and the file says its name alone.'
        : `As a secret variable it is sealed in the environment “${environment}”${isInUse ? '' : ', which requests then use'}, and the file says its name alone.`,
    /** Of variables of a collection, which no request says where to send. */
    goesTo: (origins: string) =>
      origins === ''
        ? 'It leaves the collection. Say in the environment where it may go: until then, no request sends it.'
        : `It leaves the collection, and may go to ${origins}. The environment says so, and can be changed.`,
    noAddress:
      'Nothing in an address can be a secret variable: servers and proxies write addresses down. A header can.',
  },
  tabs: {
    label: 'Open requests',
    more: 'More actions for open requests',
    closeOthers: 'Close the others',
    closeAll: 'Close all',
    reopen: 'Reopen the last closed',
    unopened: (count: number) =>
      `${f.plural(count, { one: '1 tab', other: `${f.number(count)} tabs` })} of the last time cannot be opened now`,
    unkept: 'This request is too large to be kept for the next start',
    unkeptNote: 'Save it before Keyfob quits; what was typed is in no other place.',
    unopenedNote: 'Nothing of it is lost: it comes back with your master key.',
  },
  tree: {
    label: 'Collections',
    none: 'No collections.',
    nothing: 'Nothing matches.',
    unnamed: 'Without a name',
    edited: 'Edited',
    newName: (name: string) => `New name of ${name}`,
    unnamedRequest: 'Request without a name',
    deleted: (name: string) => `Deleted “${name}”`,
    moved: (name: string) => `Moved “${name}”`,
    undo: 'Undo',
    sample: 'Sample',
    noneOwn: 'No collections of your own yet.',
    addSample: 'Add a sample',
  },
  move: {
    title: (name: string) => `Move “${name}”`,
    action: 'Move',
    to: 'To',
    noFolder: 'In no folder',
    hint: 'It is put at the end.',
  },
  newCollection: {
    title: 'New collection',
    create: 'Create',
    hint: 'A Postman file of this name in your collections folder.',
  },
  menu: {
    more: (name: string) => `More actions for ${name}`,
    newFolder: 'New folder',
    run: 'Run…',
    details: 'Details…',
    detailsNote: 'Description, variables, authorization',
    rename: 'Rename',
    duplicate: 'Duplicate',
    up: 'Move up',
    down: 'Move down',
    move: 'Move to…',
    delete: 'Delete',
    removeSample: 'Remove the sample',
  },
  unreadable: {
    title: (name: string) => `“${name}” cannot be read`,
    text: 'is left as it is. When it is mended, it is read again by itself.',
  },
}));

export type CollectionsTexts = ShapeOf<typeof collectionsTexts>;
