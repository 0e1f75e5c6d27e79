const findings = {
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
};
export type Finding = keyof typeof findings;
/**
 * What a check of a run found when it did not find a value: kept, and exported, in English (`ExpectationResult.found`). The window
 * says it in its language.
 */
export const FINDINGS: Readonly<Record<Finding, string>> = findings;

const byText = new Map(Object.entries(FINDINGS).map(([finding, text]) => [text, finding as Finding]));

/** Which of these a check found, or null where it found a value. */
export function findingOf(found: string): Finding | null {
  return byText.get(found) ?? null;
}
