import type { ToldText } from '../../told-text.ts';

/** What a request's file holds that Keyfob cannot use. */
export const notesTold = {
  methodUnsendable: ({ method }: { readonly method: string }) => [
    `The method ${method} is kept in the file; Keyfob cannot send it.`,
    'Choose another method and save it.',
  ],
  authKept: ({ type }: { readonly type: string }) => [
    `Authorization of the type “${type}” is kept in the file, not used by Keyfob.`,
    '',
  ],
  scriptsKept: () => ['Scripts are kept in the file; Keyfob does not run them.', ''],
  responsesKept: () => ['Saved responses are kept in the file.', ''],
} satisfies Readonly<Record<string, ToldText>>;
