import { assertNever } from '../../shared/domain/assert-never.ts';
import { isMadeValueName, type MadeValueName } from '../../shared/domain/made-values.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';

/** A new value of a dynamic variable, by its name; `null` for a name that there is not. */
export type MadeValues = (name: string) => string | null;

export interface MadeValueParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** Makes the values that are sent. Random ones come from the system's secure randomness: people make test passwords of them. */
export function createMadeValues(parts: MadeValueParts): MadeValues {
  return (name) => (isMadeValueName(name) ? make(name, parts) : null);
}

/** Stands for a value that is not made yet, where it is shown: its name, which is one word in every address. */
export const shownMadeValue: MadeValues = (name) => (isMadeValueName(name) ? name : null);

const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALPHANUMERIC = `${DIGITS}${LOWER}`;
const LETTERS_AND_DIGITS = `${ALPHANUMERIC}${LOWER.toUpperCase()}`;
const PASSWORD_LENGTH = 15;

/** Forms and ranges are those of Postman's own. */
function make(name: MadeValueName, { clock, random }: MadeValueParts): string {
  const below = (limit: number): number => randomBelow(limit, random);
  const text = (length: number, alphabet: string): string => randomText(length, alphabet, random);
  switch (name) {
    case '$guid':
    case '$randomUUID':
      return random.id();
    case '$timestamp':
      return String(Math.floor(clock.now() / 1000));
    case '$isoTimestamp':
      return new Date(clock.now()).toISOString();
    case '$randomInt':
      return String(below(1001));
    case '$randomBoolean':
      return below(2) === 1 ? 'true' : 'false';
    case '$randomAlphaNumeric':
      return text(1, ALPHANUMERIC);
    case '$randomPassword':
      return text(PASSWORD_LENGTH, LETTERS_AND_DIGITS);
    case '$randomEmail':
    case '$randomExampleEmail':
      // RFC 2606: nobody gets mail there.
      return `${text(10, LOWER)}${text(2, DIGITS)}@example.com`;
    case '$randomHexColor':
      return `#${text(6, HEX)}`;
    case '$randomIP':
      return Array.from({ length: 4 }, () => below(256)).join('.');
    case '$randomIPV6':
      return Array.from({ length: 8 }, () => text(4, HEX)).join(':');
    case '$randomMACAddress':
      return Array.from({ length: 6 }, () => text(2, HEX)).join(':');
    case '$randomLatitude':
      return fixed(below(1_800_001) - 900_000, 4);
    case '$randomLongitude':
      return fixed(below(3_600_001) - 1_800_000, 4);
    case '$randomPrice':
      return fixed(below(100_001), 2);
    case '$randomPhoneNumber':
      // The exchange 555 belongs to nobody.
      return `${String(200 + below(800))}-555-${text(4, DIGITS)}`;
    case '$randomSemver':
      return [below(10), below(10), below(10)].join('.');
    default:
      return assertNever(name);
  }
}

function fixed(units: number, decimals: number): string {
  return (units / 10 ** decimals).toFixed(decimals);
}

function randomText(length: number, alphabet: string, random: Random): string {
  let text = '';
  for (let index = 0; index < length; index += 1)
    text += alphabet.charAt(randomBelow(alphabet.length, random));
  return text;
}

const RANGE = 2 ** 32;

/** From 0 to `limit` - 1, each as likely as the others: what would make the first ones likelier is drawn again. */
function randomBelow(limit: number, random: Random): number {
  const fair = RANGE - (RANGE % limit);
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const drawn = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
    if (drawn < fair) return drawn % limit;
  }
}
