import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** Environments: the choice of one, their variables, and values that are sealed. */
export const environmentsTexts = defineTexts('environments', () => ({
  bar: {
    label: 'Environment',
    edit: 'Edit environments',
  },
  common: {
    tryAgain: 'Try again',
    save: 'Save',
    rename: 'Rename',
    delete: 'Delete',
    cancel: 'Cancel',
    name: 'Name',
    typeName: 'Type a name.',
    close: 'Close',
  },
  editor: {
    addHidden: 'Add secret variable',
    use: 'Use',
    revert: 'Revert',
    outdated: 'The file was changed since you opened it',
    loadFile: 'Load the file',
    keepCopy: 'Keep mine as a copy',
    nothingLost: 'Nothing was written over.',
  },
  menu: {
    more: (name: string) => `More actions for ${name}`,
    duplicate: 'Duplicate',
    export: 'Export…',
    exportNote: 'Without the values of secret variables.',
    saved: (fileName: string) => `Saved ${fileName}.`,
  },
  name: {
    new: 'New environment',
    rename: (name: string) => `Rename “${name}”`,
    create: 'Create',
    example: 'Staging',
  },
  rows: {
    label: 'Variables',
    more: (which: string) => `More actions for ${which}`,
    keptNowhere: 'Sealed; may go nowhere yet',
    kept: (hosts: string) => `Sealed; to ${hosts}`,
    inFile: 'Its value stands in the file, and is not used so',
    absent: 'No value on this computer yet',
    lost: 'Its value is gone with the master key',
    sealRow: (which: string) => `Seal ${which}`,
    setRow: (which: string) => `Set ${which}`,
    seal: 'Seal…',
    set: 'Set…',
    setValue: 'Set value and origins…',
    makePlain: 'Make it a plain variable',
    makePlainNote: 'Its sealed value is forgotten when you save.',
    makeHidden: 'Make it secret…',
    nameFirst: 'Give it a name first.',
    makeHiddenNote: 'Seals its value and takes it out of the file.',
  },
  dialog: {
    title: 'Environments',
    deleted: (name: string) => `“${name}” was deleted`,
    undo: 'Undo',
    dismiss: 'Dismiss',
    deletedNote: 'Its file is in the folder .trash; its sealed values are gone.',
    none: 'No environments yet',
    explanation:
      'An environment is a set of variables: the address of a server, an account, a token. Requests use the one that you choose; write {{name}} where a value belongs. Each is a Postman file in the folder Environments.',
    inUse: 'In use',
  },
  leave: {
    title: 'Drop the changes?',
    drop: 'Drop changes',
    text: 'This environment has changes that are not saved.',
  },
  valueHints: {
    absent: 'Sealed with your master key. It is not shown again, and is in no file.',
    lost: 'Sealed with your master key. It is not shown again, and is in no file.',
    kept: 'Leave it empty to keep the sealed value.',
    'in-file': 'Leave it empty to seal the value that stands in the file; it leaves the file.',
  },
  hidden: {
    sealed: (name: string) => `{{${name}}} is sealed.`,
    title: (name: string) => `Secret variable “${name}”`,
    seal: 'Seal',
    nameExample: 'token',
    value: 'Value',
    typeValue: 'Type the value.',
    mayGoTo: 'May go to',
    originsHint:
      'One origin a line. The value goes in headers and bodies of requests to these alone, over https or to this computer.',
    noOrigin: 'This is no origin',
  },
}));

export type EnvironmentsTexts = ShapeOf<typeof environmentsTexts>;
