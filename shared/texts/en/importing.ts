import type { ImportFormat, ImportStay } from '../../domain/import.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** What is imported: from where, what comes in, and what becomes of found secrets. */
export const importingTexts = defineTexts('importing', (f) => ({
  common: {
    import: 'Import',
    cancel: 'Cancel',
  },
  from: {
    file: 'A file…',
    fileNote: 'Postman, Insomnia, Bruno, OpenAPI, HAR, .env',
    folder: 'A folder…',
    folderNote: 'Of Bruno, or with several files',
    clipboard: 'The clipboard',
    clipboardNote: 'A curl command, or the text of a file',
  },
  /** As a person calls them. */
  formats: {
    'postman-collection': 'Postman collection',
    'postman-environment': 'Postman environment',
    'postman-dump': 'Postman data dump',
    curl: 'cURL',
    openapi: 'OpenAPI',
    insomnia: 'Insomnia',
    bruno: 'Bruno',
    har: 'HAR',
    'dot-env': '.env file',
  } satisfies Readonly<Record<ImportFormat, string>>,
  problems: {
    name: 'Give the key a name',
    origin: 'Type an origin',
    tooMany: 'At most 20 origins',
    noOrigin: 'no origin',
  },
  counts: {
    collection: (requests: number) =>
      `Collection, ${f.plural(requests, { one: '1 request', other: `${f.number(requests)} requests` })}`,
    folders: (count: number) => f.plural(count, { one: '1 folder', other: `${f.number(count)} folders` }),
    environment: (variables: number) =>
      `Environment, ${f.plural(variables, { one: '1 variable', other: `${f.number(variables)} variables` })}`,
    collections: (count: number) =>
      f.plural(count, { one: '1 collection', other: `${f.number(count)} collections` }),
    environments: (count: number) =>
      f.plural(count, { one: '1 environment', other: `${f.number(count)} environments` }),
    keys: (count: number) => f.plural(count, { one: '1 key', other: `${f.number(count)} keys` }),
    variables: (count: number) =>
      f.plural(count, { one: '1 secret variable', other: `${f.number(count)} secret variables` }),
  },
  done: {
    title: 'Imported',
    undo: 'Undo',
  },
  preview: {
    lead: (formats: string) => `${formats}. Nothing is kept until you press Import.`,
    found: 'Secrets found',
    foundNote:
      'They are taken out of what is imported. A key or a secret variable is kept sealed and goes where you say alone.',
    contents: 'What comes in',
  },
  format: {
    question: 'What is it?',
    continue: 'Continue',
    label: 'Format',
    note: 'The content can be read as each of these.',
  },
  notes: {
    kinds: { kept: 'Kept, not run', changed: 'Changed', dropped: 'Left out' },
    title: 'Good to know',
    more: (count: number) => `And ${f.number(count)} more.`,
  },
  found: {
    /** In no field that has a name. */
    inText: 'text',
    unknown: 'where it goes is not known',
    sentTo: (origins: string) => `sent to ${origins}`,
    keepAs: 'Keep as',
    mayGoTo: 'May go to',
    mayGoToNote: 'Origins, with spaces between; empty: nowhere yet.',
    keyName: 'Key name',
    origin: 'Origin',
    leaveOut: 'Leave it out',
    variable: (names: string) => `Secret variable ${names}`,
    keyOf: (service: string) => `Key of ${service}`,
    keyOfNew: 'Key of a new service',
    asVariable: 'Sealed on this computer; the file has no value.',
    asNothing: 'Its place in the files is left empty.',
    toOrigin: 'It will be sent to this origin alone.',
    toOrigins: (origins: string) => `It will be sent only to ${origins}.`,
  },
  undone: {
    reason: (what: ImportStay['what'], name: string, why: ImportStay['why']) => {
      const things = { collection: 'Collection', environment: 'Environment', key: 'Key', service: 'Service' };
      const reasons = { changed: 'was changed since', used: 'was used since', gone: 'is gone' };
      return `${things[what]} “${name}” ${reasons[why]}.`;
    },
    more: (count: number) => `${f.number(count)} more.`,
    done: 'The import was taken back',
    stays: 'Everything that was imported stays',
    byHand: 'Delete by hand what you do not want.',
  },
}));

export type ImportingTexts = ShapeOf<typeof importingTexts>;
