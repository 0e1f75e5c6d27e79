/** More digits than a name has: a number is led by how long it is, as one character. */
const MOST_DIGITS = 60;
const FIRST = 0x30;

/** A text whose order, code unit by code unit, is that of names for a person: case and accents aside, numbers by their value. */
export function nameOrder(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => {
      const number = digits.replace(/^0+(?=\d)/, '');
      return String.fromCharCode(FIRST + Math.min(number.length, MOST_DIGITS)) + number;
    });
}
