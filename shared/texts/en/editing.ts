import { assertNever } from '../../domain/assert-never.ts';
import type { VariableSource } from '../../domain/environment.ts';
import { MADE_VALUE_NAMES, type MadeValueName } from '../../domain/made-values.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** Rows that are typed, variables that are offered, and texts in an editor. */
export const editingTexts = defineTexts('editing', (f) => ({
  rows: {
    enabled: 'Enabled',
    delete: 'Delete',
    actions: 'Actions',
    name: 'Name',
    value: 'Value',
    deleteRow: (which: string) => `Delete ${which}`,
    /** What the checkbox of a row does with it. */
    verbs: {
      send: (which: string) => `Send ${which}`,
      use: (which: string) => `Use ${which}`,
      keep: (which: string) => `Take ${which}`,
    },
    /** A field of a row: "Name of header 2". */
    of: (what: string, which: string) => `${what} of ${which}`,
    suggestionsFor: (what: string, which: string) => `Suggestions for ${what.toLowerCase()} of ${which}`,
    /** What one row is, in the names of its controls. */
    nouns: {
      parameter: nounTexts(f.number, 'parameter'),
      header: nounTexts(f.number, 'header'),
      field: nounTexts(f.number, 'field'),
      part: nounTexts(f.number, 'part'),
      variable: nounTexts(f.number, 'variable'),
      pathVariable: nounTexts(f.number, 'path variable'),
      keptValue: nounTexts(f.number, 'kept value'),
    },
  },
  variables: {
    title: 'Variables',
    suggestions: 'Suggestions',
    unknown: 'No variable has this name.',
    inHeaderOnly: 'A key; in a header only',
    isSecret: 'Secret; in headers and body only',
    empty: 'Empty',
    /** Of a name that begins with `$`. */
    unknownMade: `No value is made for this name. There are: ${MADE_VALUE_NAMES.join(', ')}.`,
    /** What is made for a dynamic variable. */
    made: {
      $guid: 'A random UUID (version 4)',
      $isoTimestamp: 'The time now, ISO 8601 in UTC',
      $randomAlphaNumeric: 'One lower-case letter or digit',
      $randomBoolean: 'true or false',
      $randomEmail: 'An address at example.com',
      $randomExampleEmail: 'An address at example.com',
      $randomHexColor: 'A color, as #1fa3c8',
      $randomInt: 'A whole number from 0 to 1000',
      $randomIP: 'An IPv4 address',
      $randomIPV6: 'An IPv6 address',
      $randomLatitude: 'A latitude, −90 to 90',
      $randomLongitude: 'A longitude, −180 to 180',
      $randomMACAddress: 'A MAC address',
      $randomPassword: '15 letters and digits',
      $randomPhoneNumber: 'A phone number of 10 digits',
      $randomPrice: 'A price from 0.00 to 1000.00',
      $randomSemver: 'A version, as 4.0.7',
      $randomUUID: 'A random UUID (version 4)',
      $timestamp: 'The time now, in seconds since 1970',
    } satisfies Readonly<Record<MadeValueName, string>>,
    source: (source: VariableSource) => {
      switch (source.kind) {
        case 'request':
          return 'This request';
        case 'folder':
          return `Folder ${source.name}`;
        case 'collection':
          return source.name === '' ? 'Collection' : `Collection ${source.name}`;
        case 'service':
          return `Service ${source.name}`;
        case 'environment':
          return `Environment ${source.name}`;
        case 'key':
          return source.name === '' ? 'Default API key' : 'API key';
        case 'made':
          return 'Made anew with each request';
        case 'answer':
          return `Answer of ${source.request === '' ? 'an unnamed request' : source.request}${source.origin === '' ? '' : `, ${source.origin}`}, ${f.time(source.takenAt)}`;
        default:
          return assertNever(source);
      }
    },
  },
  code: {
    fold: 'Fold',
    unfold: 'Unfold',
    find: 'Find',
    matchCase: 'Match case',
    previous: 'Previous match',
    next: 'Next match',
    closeSearch: 'Close search',
    noMatches: 'No matches',
    found: (total: number) => `${f.number(total)} found`,
    place: (at: number, total: number) => `${f.number(at)} of ${f.number(total)}`,
    /** CodeMirror's own words. */
    phrases: {
      'folded code': 'folded code',
      unfold: 'unfold',
      'Control character': 'Control character',
      'Selection deleted': 'Selection deleted',
      Completions: 'Completions',
    },
  },
  /** Why a text is not JSON, at the place where it is not. */
  notJson: {
    value: 'a value is missing here',
    'value-or-end': 'a value or ] is missing here',
    name: 'a name in double quotes is missing here',
    'name-or-end': 'a name in double quotes or } is missing here',
    colon: 'a colon is missing here',
    'comma-or-end': 'a comma or a closing bracket is missing here',
    nothing: 'nothing may follow the end',
    'open-text': 'this text has no closing quote',
    unescaped: 'this character must be escaped',
    'no-value': 'this is no JSON value',
  },
}));

function nounTexts(number: (value: number) => string, noun: string) {
  return {
    one: (position: number) => `${noun} ${number(position)}`,
    new: `new ${noun}`,
    add: `Add ${noun}`,
    asLines: `A ${noun} on each line, as name: value. // in front of a line keeps it and does not send it.`,
  };
}

export type EditingTexts = ShapeOf<typeof editingTexts>;

/** What the rows of a table are. */
export type RowNoun = keyof EditingTexts['rows']['nouns'];
export type RowVerb = keyof EditingTexts['rows']['verbs'];
