import type { ToldText } from '../../told-text.ts';

/** What a request's file holds that Keyfob cannot use, and variables that cannot be used. */
export const notesTold = {
  methodUnsendable: ({ method }: { readonly method: string }) => [
    `The method ${method} is kept in the file; Keyfob cannot send it.`,
    'Choose another method and save it.',
  ],
  authKept: ({ type }: { readonly type: string }) => [
    `Authorization of the type “${type}” is kept in the file, not used by Keyfob.`,
    '',
  ],
  proxyKept: () => ['A proxy that the file names is kept there; Keyfob does not use it.', ''],
  scriptsKept: () => ['Scripts are kept in the file; Keyfob does not run them.', ''],
  responsesKept: () => ['Saved responses are kept in the file.', ''],
  variableInFile: () => ['Its value stands in the file: seal it first.', ''],
  variableNotSetHere: () => ['It has no value on this computer yet.', ''],
  variableLost: () => ['Its value was sealed with a master key that is gone.', ''],
  variableOfMissing: ({ names }: { readonly names: string }) => [`${names} has no value.`, ''],
} satisfies Readonly<Record<string, ToldText>>;
