/** A step into a JSON value: a member's name, or an element's place; from the end where it is below 0. */
export type PathStep = string | number;

const DOT_NAME = /^\.([\p{L}_][\p{L}\p{N}_]*)/u;
const INDEX = /^\[\s*(0|-?[1-9]\d{0,8})\s*\]/;
const QUOTED = /^\[\s*(?:'((?:[^'\\]|\\['\\])*)'|"((?:[^"\\]|\\["\\])*)")\s*\]/;

/**
 * The steps of a JSONPath that leads to one place at most (RFC 9535, 2.3.5.1: a singular query), such as `$.data.items[0]['id']`; `null`
 * for any other. To follow one takes as long as it has steps, whatever the value holds.
 */
export function stepsOf(path: string): readonly PathStep[] | null {
  const text = path.trim();
  if (!text.startsWith('$')) return null;
  const steps: PathStep[] = [];
  for (let rest = text.slice(1); rest !== '';) {
    const match = DOT_NAME.exec(rest) ?? INDEX.exec(rest) ?? QUOTED.exec(rest);
    if (match === null) return null;
    const [whole, first, second] = match;
    const name = first ?? second ?? '';
    if (whole.startsWith('.')) steps.push(name);
    else if (/^\[\s*['"]/.test(whole)) steps.push(name.replaceAll(/\\(['"\\])/g, '$1'));
    else steps.push(Number(name));
    rest = rest.slice(whole.length);
  }
  return steps;
}

/** What stands there; `undefined` for nothing. */
export function valueAt(json: unknown, steps: readonly PathStep[]): unknown {
  let value = json;
  for (const step of steps) {
    if (typeof step === 'number') {
      if (!Array.isArray(value)) return undefined;
      value = value.at(step) as unknown;
    } else {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      if (!Object.hasOwn(value, step)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[step]; // any object may be read by its members' names
    }
  }
  return value;
}
