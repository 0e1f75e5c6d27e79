import { childrenOf, rootOf, type JsonKey, type JsonNode } from './json-nodes.ts';

/** A value that a JSONPath found, and where. */
export interface FoundNode {
  readonly node: JsonNode;
  readonly keys: readonly JsonKey[];
}

export type JsonFilterResult =
  | { readonly kind: 'found'; readonly nodes: readonly FoundNode[]; readonly total: number }
  | { readonly kind: 'not-json' }
  /** `message`: the library's words; `at`: the offset in the expression, or `null` where that is not known. */
  | { readonly kind: 'invalid'; readonly message: string; readonly at: number | null };

/** More are counted and not listed. */
const LISTED_RESULTS = 10_000;

/**
 * Finds what a JSONPath (RFC 9535) names in a text that is JSON. The library looks through the parsed document; what it finds is looked up
 * in the text again, so that it is shown as it was written.
 */
export async function filterJson(text: string, expression: string): Promise<JsonFilterResult> {
  const { JSONPathError, query } = await import('json-p3');
  let found;
  try {
    const json: unknown = JSON.parse(text);
    found = query(expression, json as never).nodes; // its own type of JSON; it came from JSON.parse
  } catch (error) {
    if (error instanceof JSONPathError) {
      return { kind: 'invalid', message: plainMessage(error.message), at: error.token.index };
    }
    if (error instanceof SyntaxError) {
      return { kind: 'not-json' };
    }
    throw error;
  }
  const look = lookupIn(text);
  const nodes = found.slice(0, LISTED_RESULTS).flatMap(({ location }) => {
    const node = look(location);
    return node === null ? [] : [{ node, keys: location }];
  });
  return { kind: 'found', nodes, total: found.length };
}

/** The values as a JSON array, each as it was written. */
export function joinFound(text: string, nodes: readonly FoundNode[]): string {
  return `[${nodes.map(({ node }) => text.slice(node.start, node.end)).join(',')}]`;
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
