const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;
const N = 0x6e;
const R = 0x72;

/**
 * The first place at or after this one where no line break stands, neither a real one nor that of a JSON text. The `=` before a break
 * belongs to it: quoted-printable writes it so.
 */
export function afterBreaks(text: string, from: number): number {
  let place = from;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) place += 1;
    else if (code === BACKSLASH && isBreakLetter(text.charCodeAt(place + 1))) place += 2;
    else if (code === EQUALS && isBreakAt(text, place + 1)) place += 1;
    else return place;
  }
}

/** The place of a break, or of the `=` before it. */
export function beginOfBreak(text: string, at: number): number {
  return at > 0 && text.charCodeAt(at - 1) === EQUALS ? at - 1 : at;
}

function isBreakAt(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (code === LINE_FEED || code === CARRIAGE_RETURN) return true;
  return code === BACKSLASH && isBreakLetter(text.charCodeAt(place + 1));
}

/** Whether a line break, of either kind, stands right before this place. */
export function isAfterBreak(text: string, place: number): boolean {
  const code = text.charCodeAt(place - 1);
  if (code === LINE_FEED || code === CARRIAGE_RETURN) return true;
  return isBreakLetter(code) && text.charCodeAt(place - 2) === BACKSLASH;
}

function isBreakLetter(code: number): boolean {
  return code === N || code === R;
}

/** One number for the two characters of these places; -1 where one of them is no ASCII. */
export function pairOf(text: string, first: number, second: number): number {
  const [one, other] = [text.charCodeAt(first), text.charCodeAt(second)];
  return one < 0x80 && other < 0x80 ? (one << 7) | other : -1;
}
