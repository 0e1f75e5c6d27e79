import { z } from 'zod';

export const findingSchema = z.enum([
  'noAnswer',
  'noHeader',
  'anotherValue',
  'noBody',
  'binaryBody',
  'inBody',
  'notInBody',
  'notInPart',
  'noJson',
  'bodyTooLarge',
  'noJsonPath',
  'nothingAtPath',
  'noSinglePath',
  'notOneValue',
  'tooLong',
  'notOneLine',
  'holdsTemplate',
  'masked',
  'noPattern',
  'tookTooLong',
  'notChecked',
]);
/** What a check of a run found where it found no value to show. */
export type Finding = z.infer<typeof findingSchema>;

/** As reports say it; the window says it in its language. */
export const FINDINGS: Readonly<Record<Finding, string>> = {
  noAnswer: 'no answer',
  noHeader: 'no such header',
  anotherValue: 'another value',
  noBody: 'no body',
  binaryBody: 'a binary body',
  inBody: 'in the body',
  notInBody: 'not in the body',
  notInPart: 'not in the part of the body that was read',
  noJson: 'no JSON',
  bodyTooLarge: 'a body too large',
  noJsonPath: 'the path is no JSONPath',
  nothingAtPath: 'nothing at the path',
  noSinglePath: 'the path does not lead to one place',
  notOneValue: 'an object, a list or null',
  tooLong: 'a value too long to be kept',
  notOneLine: 'a value with a line break or a control character',
  holdsTemplate: 'a value with {{ or }}',
  masked: 'a secret that is masked',
  noPattern: 'the pattern is no regular expression that can be used',
  tookTooLong: 'it took too long to look for',
  notChecked: 'it could not be looked for',
};
