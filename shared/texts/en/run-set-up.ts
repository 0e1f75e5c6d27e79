import type { ExpectationKind, ExpectationProblem } from '../../domain/expectation-problem.ts';
import type { PatternProblem } from '../../domain/pattern-problem.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

interface FieldText {
  readonly label: string;
  readonly placeholder: string;
}

/** What is said of a kind of expectation and of its one or two fields. */
export interface ExpectationText {
  readonly label: string;
  readonly first: FieldText;
  readonly second?: FieldText;
}

const kinds: Readonly<Record<ExpectationKind, ExpectationText>> = {
  status: { label: 'Status is', first: { label: 'Status', placeholder: '200' } },
  'status-class': {
    label: 'Status is of class',
    first: { label: 'Class', placeholder: '2 for 200 to 299' },
  },
  'header-exists': { label: 'Header is there', first: { label: 'Header', placeholder: 'ETag' } },
  'header-equals': {
    label: 'Header is',
    first: { label: 'Header', placeholder: 'Content-Type' },
    second: { label: 'Value', placeholder: 'application/json' },
  },
  'header-matches': {
    label: 'Header matches',
    first: { label: 'Header', placeholder: 'Content-Type' },
    second: { label: 'Pattern', placeholder: 'application/*' },
  },
  'header-regex': {
    label: 'Header matches regex',
    first: { label: 'Header', placeholder: 'Content-Type' },
    second: { label: 'Regular expression', placeholder: '^application/(json|xml)' },
  },
  'body-contains': { label: 'Body contains', first: { label: 'Text', placeholder: 'Ada' } },
  'body-lacks': { label: 'Body does not contain', first: { label: 'Text', placeholder: 'error' } },
  'body-regex': {
    label: 'Body matches regex',
    first: { label: 'Regular expression', placeholder: 'order-\\d+, or (?i:ok) for any case' },
  },
  'json-path-equals': {
    label: 'JSONPath is',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Value', placeholder: '7, or any text' },
  },
  'json-path-exists': {
    label: 'JSONPath is there',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
  },
  'json-path-not-equals': {
    label: 'JSONPath is not',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Value', placeholder: '7, or any text' },
  },
  'json-path-contains': {
    label: 'JSONPath contains',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Value', placeholder: 'a part of a text, or an element of a list' },
  },
  'json-path-matches': {
    label: 'JSONPath matches',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Pattern', placeholder: 'order-*, with ? for one character' },
  },
  'json-path-regex': {
    label: 'JSONPath matches regex',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Regular expression', placeholder: '^order-\\d+$' },
  },
  'json-path-less': {
    label: 'JSONPath is less than',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Number', placeholder: '7' },
  },
  'json-path-greater': {
    label: 'JSONPath is greater than',
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Number', placeholder: '7' },
  },
  'time-under': {
    label: 'Time is under (ms)',
    first: { label: 'Milliseconds', placeholder: '500' },
  },
};

function patternText(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'not-closed':
      return `No regular expression: “${problem.character}” at character ${String(problem.at)} is not closed.`;
    case 'not-read':
      return `No regular expression: it cannot be read at character ${String(problem.at)}, “${problem.character}”.`;
    case 'too-long':
      return 'A regular expression has 1,000 characters at most.';
  }
}

/** The set-up of a run: what is run, how, with which data, and what is expected of answers. */
export const runSetUpTexts = defineTexts('runSetUp', (f) => ({
  title: 'Set up a run',
  how: 'How',
  requests: (count: number) => f.plural(count, { one: '1 request', other: `${f.number(count)} requests` }),
  iterations: (count: number) =>
    f.plural(count, { one: '1 iteration', other: `${f.number(count)} iterations` }),
  dataRows: (count: number) => f.plural(count, { one: '1 data row', other: `${f.number(count)} data rows` }),
  wholeNumber: (least: number, most: number) =>
    `A whole number from ${f.number(least)} to ${f.number(most)}.`,
  place: {
    collection: 'Collection',
    folder: 'Folder',
    whole: 'The whole collection',
    environment: 'Environment',
    environmentHint: 'The one that Requests uses too.',
    environmentOfRun: 'For this run alone. Requests goes on with its own.',
    inUse: (name: string | null) => `The one in use: ${name ?? 'none'}`,
    environmentGone: 'One that is not there any more',
  },
  selection: {
    title: 'Requests',
    all: (count: number, isReordered: boolean) =>
      `${f.plural(count, { one: 'The one request', other: `All ${f.number(count)} requests` })}, ${isReordered ? 'in an order of your own' : 'in the collection’s order'}.`,
    some: (chosen: number, count: number, isReordered: boolean) =>
      `${f.number(chosen)} of ${f.number(count)} requests, ${isReordered ? 'in an order of your own' : 'in the collection’s order'}.`,
    open: 'Choose and order',
    list: 'Requests to send',
    everything: 'All requests',
    reset: 'All, in the collection’s order',
    howTo: 'Drag them, or move them with Alt+↑ and Alt+↓. What comes into the collection later is sent too.',
    send: (name: string) => `Send ${name}`,
    more: (name: string) => `More actions for ${name}`,
    unnamed: 'Without a name',
    up: 'Move up',
    down: 'Move down',
    toStart: 'Move to the start',
    toEnd: 'Move to the end',
    only: 'Send only this',
  },
  start: {
    noneChosen: 'All requests are left out. Choose at least one.',
    start: 'Start run',
    sends: 'Sends',
    requestWord: (count: number) => f.plural(count, { one: 'request', other: 'requests' }),
    folderGone: 'This folder is not in its collection any more. Choose another one.',
    nothing: 'There is no request in it. Add some in Requests, or choose another one.',
    number: 'One of the numbers cannot be taken.',
    environmentGone: 'The environment is not there any more. Choose another one.',
    expectation: 'One of the expectations is not finished.',
    dataAgain: (name: string) => `Choose ${name} again, or run without it.`,
    tooMany: (most: number) => `More than ${f.number(most)} requests are not sent in one run.`,
  },
  data: {
    title: 'Data file',
    description: 'Its rows give variables their values: all requests are sent once for each row.',
    choose: 'Choose a file…',
    chooseOther: 'Choose another file…',
    hint: 'or drop a CSV file, or a JSON array of objects, here.',
    lastTime: (name: string) => `${name} was used last time: choose it again`,
    runWithout: 'Run without a data file',
    notKept: 'Its rows are kept nowhere, because they may hold what nobody else should read.',
    remove: 'Remove the data file',
    firstRows: 'First rows of the data file',
    counts: (rows: number, columns: number) =>
      `${f.plural(rows, { one: '1 row', other: `${f.number(rows)} rows` })}, ${f.plural(columns, { one: '1 column', other: `${f.number(columns)} columns` })}`,
    moreRows: (count: number) =>
      f.plural(count, { one: '1 more row. ', other: `${f.number(count)} more rows. ` }),
    usage: (column: string) => `A value is used as a variable: {{${column}}}.`,
    cannotBeUsed: (why: string) => `The data file cannot be used. ${why}`,
    remedy: 'Choose a CSV file or a JSON array of objects.',
    notReadable: 'The file could not be read.',
    tooLarge: 'It holds more than 5 million characters.',
    at: (line: number, column: number, problem: string) =>
      `Line ${String(line)}, column ${String(column)}: ${problem}.`,
  },
  expectations: {
    title: 'Expectations',
    description: 'What answers are measured by. Without any, each answer passes, whatever its status.',
    every: 'Every request',
    gone: 'A request that is not among these',
    request: (number: number) => `Request of expectation ${f.number(number)}`,
    kind: (number: number) => `Kind of expectation ${f.number(number)}`,
    remove: (number: number) => `Delete expectation ${f.number(number)}`,
    field: (label: string, number: number) => `${label} of expectation ${f.number(number)}`,
    problem: (problem: ExpectationProblem) => {
      switch (problem.kind) {
        case 'header-name':
          return 'This is no name of a header.';
        case 'json-path':
          return 'A JSONPath begins with $.';
        case 'no-pattern':
          return 'A regular expression is missing.';
        case 'pattern':
          return patternText(problem.problem);
        case 'any-number':
          return 'A number, such as 7 or -0.5.';
        case 'number':
          return `A whole number from ${f.number(problem.least)} to ${f.number(problem.most)}.`;
      }
    },
    kinds,
  },
}));

export type RunSetUpTexts = ShapeOf<typeof runSetUpTexts>;
