import { JSONPathEnvironment, JSONPathError } from 'json-p3';
import { MAX_FOUND, type FilteredJson } from '../../shared/domain/filtered-json.ts';
import { childrenOf, rootOf, type JsonKey, type JsonNode } from '../../shared/domain/json-nodes.ts';

export interface FilterLimits {
  /** Characters of the values that are listed, and of the names that lead to them. */
  readonly listedCharacters: number;
  /** Values that are looked at. */
  readonly found: number;
}

/** As much as the window shows of a body. */
const LIMITS: FilterLimits = { listedCharacters: 5 * 1024 * 1024, found: 1_000_000 };
/** Levels that `..` descends; the library's own 50 are fewer than real documents have. */
const MAX_DEPTH = 500;

/**
 * Finds what a JSONPath (RFC 9535) names in a text that is JSON. The library looks through the parsed document; what it finds is looked up
 * in the text again, so that it is told as it was written. A path can ask for more than any time allows: to be called where it can be ended.
 */
export function filterJson(text: string, path: string, limits: FilterLimits = LIMITS): FilteredJson {
  try {
    const json: unknown = JSON.parse(text);
    const environment = new JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH });
    const listing = new Listing(text, limits);
    // Its own type of JSON; it came from JSON.parse.
    for (const { location } of environment.lazyQuery(path, json as never)) {
      listing.add(location);
      if (listing.total >= limits.found) return { kind: 'too-much' };
    }
    return listing.result();
  } catch (error) {
    if (error instanceof JSONPathError)
      return { kind: 'invalid', message: plainMessage(error.message), at: error.token.index };
    if (error instanceof SyntaxError) return { kind: 'not-json' };
    // The stack is used up: by a path, or by a document of many levels.
    if (error instanceof RangeError) return { kind: 'too-much' };
    throw error;
  }
}

/** The values found, as many as may be listed. */
class Listing {
  total = 0;
  readonly #text: string;
  readonly #look: (location: readonly JsonKey[]) => JsonNode | null;
  readonly #values: string[] = [];
  readonly #locations: JsonKey[][] = [];
  #room: number;

  constructor(text: string, { listedCharacters }: FilterLimits) {
    this.#text = text;
    this.#look = lookupIn(text);
    this.#room = listedCharacters;
  }

  add(location: readonly JsonKey[]): void {
    this.total += 1;
    if (this.#room <= 0 || this.#values.length >= MAX_FOUND) return;
    const node = this.#look(location);
    if (node === null) return;
    this.#room -= node.end - node.start + lengthOf(location);
    // What comes after is counted alone: a list with gaps would say that there is nothing between.
    if (this.#room < 0) return;
    this.#values.push(this.#text.slice(node.start, node.end));
    this.#locations.push([...location]);
  }

  result(): FilteredJson {
    const text = `[${this.#values.join(',')}]`;
    return { kind: 'found', text, locations: this.#locations, total: this.total };
  }
}

/** An index counts like a short name. */
function lengthOf(location: readonly JsonKey[]): number {
  return location.reduce<number>((sum, key) => sum + 8 + (typeof key === 'string' ? key.length : 0), 0);
}

/** The library adds the place in parentheses. */
function plainMessage(message: string): string {
  const plain = message.replace(/\s*\('.*$/s, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Each object and array is looked through once, however many of its values are asked for. */
function lookupIn(text: string): (location: readonly JsonKey[]) => JsonNode | null {
  const known = new Map<number, ReadonlyMap<JsonKey, JsonNode>>();
  const root = rootOf(text);
  const childrenByKey = (node: JsonNode): ReadonlyMap<JsonKey, JsonNode> => {
    const before = known.get(node.start);
    if (before !== undefined) return before;
    // Of a name that is repeated, the last counts (as it does to JSON.parse).
    const children = new Map(childrenOf(text, node).map((child) => [child.key ?? '', child]));
    known.set(node.start, children);
    return children;
  };
  return (location) => {
    let node = root;
    for (const key of location) {
      if (node === null) return null;
      node = childrenByKey(node).get(key) ?? null;
    }
    return node;
  };
}
