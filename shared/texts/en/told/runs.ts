import type { ToldText } from '../../told-text.ts';

/** `0` when it is not known. */
function untilText(endsAt: number): string {
  if (endsAt === 0) return 'When that ends is not known.';
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(endsAt);
  return `It may end on ${day}, when the next month starts (UTC).`;
}

/** What is said about runs and about usage. */
export const runsTold = {
  lookInNames: () => [null, 'Look for a key’s value in the names and addresses of the requests.'],
  dataTooLong: () => [
    'The data file cannot be used. It holds more than 5 million characters.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataEmpty: () => [
    'The data file cannot be used. It has no rows.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataTooManyRows: ({ limit }: { readonly limit: number }) => [
    `The data file cannot be used. It has more than ${String(limit)} rows.`,
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataNoJson: () => [
    'The data file cannot be used. It is not valid JSON.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataNoArray: () => [
    'The data file cannot be used. It must be a JSON array of objects.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataItemNoObject: ({ item }: { readonly item: number }) => [
    `The data file cannot be used. It must be a JSON array of objects, and item ${String(item)} is none.`,
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataColumnWithoutName: () => [
    'The data file cannot be used. A column has no name.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataColumnTwice: () => [
    'The data file cannot be used. Two columns have the same name.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  runTooLarge: ({ count, limit }: { readonly count: number; readonly limit: number }) => [
    `This run would send ${String(count)} requests; at most ${String(limit)} are run at once.`,
    'Run fewer iterations, a shorter data file or one folder.',
  ],
  runNotEnded: () => ['This run has not ended.', 'Cancel it first.'],
  expectationHoldsKey: () => [
    'An expectation holds the value of a key, so it was not kept.',
    'Expect something else of the answer: a key’s value belongs in no file.',
  ],
  noKeyForUsage: () => ['No key of this service can be asked.'],
  dataNoCsv: () => [
    'The data file cannot be used. It is not valid CSV.',
    'Choose a CSV file or a JSON array of objects.',
  ],
  dataNoCsvNear: ({ line }: { readonly line: number }) => [
    `The data file cannot be used. It is not valid CSV near line ${String(line)}.`,
    'Choose a CSV file or a JSON array of objects.',
  ],
  environmentGone: () => [
    'The environment that was chosen for this run cannot be found.',
    'Choose another one, or the one in use.',
  ],
  nothingToRun: () => ['There is no request to run.', 'Choose a collection or a folder that has some.'],
  monthUsedUp: ({ service, endsAt }: { readonly service: string; readonly endsAt: number }) => [
    `${service === '' ? 'The service' : service} said that the calls of this month are used up, so this was not sent. ${untilText(endsAt)}`,
    'Wait, ask the admin of your team, or send it anyway.',
  ],
} satisfies Readonly<Record<string, ToldText>>;
