import type { ToldText } from '../../told-text.ts';

const inBrackets = (reason: string): string => (reason === '' ? '' : ` (${reason})`);

/** What is said about collections, environments, their files and what is made of them. */
export const documentsTold = {
  noKeyToAsk: ({ service }: { readonly service: string }) => [
    `There is no API key of ${service} to ask with.`,
    'Add one, or make one of several the default.',
  ],
  accessKeyShown: () => [
    'This access key was already shown once and is not shown again.',
    'Share the collection again for a new one, and delete this one.',
  ],
  chosenKeyGone: () => [
    'The key that was chosen for the request no longer exists.',
    'Choose another one in Auth.',
  ],
  noCollection: () => ['The file is not a Postman collection.'],
  partTooLong: ({ name }: { readonly name: string }) => [
    `A part of the request “${name}” is longer than Keyfob edits. It is kept in the file.`,
    '',
  ],
  cannotBeTakenBack: () => ['This can no longer be taken back.', ''],
  documentTooLarge: () => ['The file is larger than 50 MiB.'],
  folderIntoItself: () => ['A folder cannot be moved into itself.', ''],
  collectionIncomplete: () => [
    'The file is not a Postman collection: its info or its list of items is missing.',
  ],
  collectionOtherVersion: () => [
    'The file is a Postman collection of another version than v2.1. Import it: Keyfob makes a v2.1 of it.',
  ],
  noEnvironment: () => ['The file is not a Postman environment.'],
  environmentTooMany: () => ['The environment has more than 10,000 variables.'],
  environmentVariableNoObject: () => ['A variable of the environment is no object.'],
  environmentVariableTooLong: () => ['A variable of the environment is longer than Keyfob edits.'],
  environmentChanged: () => ['The environment was changed in its file since it was opened.'],
  variableNotWidened: () => ['The variable goes only where it went before.'],
  variableIsKey: () => [
    'This is, or holds, an API key.',
    'Keep it in API keys, and refer to it with {{key:NAME}} in a header.',
  ],
  readOnlyExport: () => [null, ''],
  exportWouldHoldSecret: () => [
    'The file would hold the value of a key or of a secret variable, so nothing was written.',
    'Refer to it by its name instead of its value.',
  ],
  noCodeForFiles: () => [
    'A request that sends files is not written as code yet.',
    'Choose another kind of body.',
  ],
  noCodeForNul: () => [
    'The body holds a NUL character, which no command line can pass on.',
    'Choose another language.',
  ],
  noCodeForSecret: () => [
    'The request holds the value of a key or of a secret variable, so no code is made of it.',
    'Use the key in Auth, or the variable by its name.',
  ],
  fileNoUtf8: () => ['The file is not UTF-8 text.'],
  fileNoJson: () => ['The file is not valid JSON.'],
  fileNestedTooDeep: () => ['The file is nested more than 100 levels deep.'],
  fileKeyTwice: () => ['An object in the file has the same key twice, so it is not clear which one counts.'],
  fileWithProto: () => ['The file has the key __proto__, which no collection needs.'],
  folderWithoutItems: () => ['A folder of the collection has no list of items.'],
  collectionTooManyItems: () => ['The collection has more than 20,000 folders and requests.'],
  collectionOddItem: () => ['The collection has an item that is neither a folder nor a request.'],
  placeUnreadable: ({ reason }: { readonly reason: string }) => [
    `The file or folder cannot be read${inBrackets(reason)}.`,
  ],
  fileNotWritten: ({ reason }: { readonly reason: string }) => [
    `The file could not be written${inBrackets(reason)}; it is as it was.`,
  ],
  keyInDocument: ({ place }: { readonly place: string }) => [
    `A key’s value stands in ${place}, so the file was not written.`,
  ],
  variableWithoutValue: () => ['The variable has no value yet.', 'Type one.'],
} satisfies Readonly<Record<string, ToldText>>;
