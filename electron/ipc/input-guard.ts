/** Limits that no honest input comes near: the largest request draft holds two texts of 5 million characters at most. */
const MAX_CHARACTERS = 8_000_000;
const MAX_VALUES = 50_000;
const MAX_DEPTH = 24;

/**
 * Whether an input is small enough to be parsed: plain objects, lists and primitives, within limits of characters, number of
 * values and depth. Cycles and structures that refer to one part many times end at the same limits.
 */
export function isWithinLimits(input: unknown): boolean {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  let characters = 0;
  let values = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (characters > MAX_CHARACTERS || values > MAX_VALUES || depth > MAX_DEPTH) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (!isPlain(value)) return false;
    if (Array.isArray(value) && value.length > MAX_VALUES) return false;
    for (const [key, item] of Object.entries(value)) {
      if (!Array.isArray(value)) characters += key.length;
      pending.push({ value: item, depth: depth + 1 });
    }
  }
  return true;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
