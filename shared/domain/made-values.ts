/**
 * Variables whose value is made anew wherever they stand, with every request: Postman's dynamic variables, by its names
 * (learning.postman.com, “Dynamic variables”). Those that need tables of names, words or places are not among them.
 */
export const MADE_VALUE_NAMES = [
  '$guid',
  '$isoTimestamp',
  '$randomAlphaNumeric',
  '$randomBoolean',
  '$randomEmail',
  '$randomExampleEmail',
  '$randomHexColor',
  '$randomInt',
  '$randomIP',
  '$randomIPV6',
  '$randomLatitude',
  '$randomLongitude',
  '$randomMACAddress',
  '$randomPassword',
  '$randomPhoneNumber',
  '$randomPrice',
  '$randomSemver',
  '$randomUUID',
  '$timestamp',
] as const;
export type MadeValueName = (typeof MADE_VALUE_NAMES)[number];

const NAMES: ReadonlySet<string> = new Set(MADE_VALUE_NAMES);

export function isMadeValueName(name: string): name is MadeValueName {
  return NAMES.has(name);
}

/** Whether it is written like one of Postman's dynamic variables, known or not. */
export function isDynamicName(name: string): boolean {
  return name.startsWith('$');
}
