import { fieldOf, isJsonList, isJsonObject, textOf, type Json, type JsonObject } from '../json-value.ts';

/** References that lead to references, at most; one that leads to itself ends here. */
const MAX_STEPS = 20;

export interface References {
  /** The object itself, or what its `$ref` within the document stands for; an empty object for any other reference. */
  resolve(value: Json | undefined): JsonObject;
  /** References to files and hosts, which are never followed. */
  readonly refused: ReadonlySet<string>;
}

export function documentReferences(document: Json): References {
  const refused = new Set<string>();
  return {
    refused,
    resolve(value) {
      let current = value;
      for (let step = 0; step < MAX_STEPS; step += 1) {
        if (!isJsonObject(current)) return {};
        const reference = textOf(current, '$ref');
        if (reference === '') return current;
        if (!reference.startsWith('#')) {
          refused.add(reference.slice(0, 200));
          return {};
        }
        current = pointedAt(document, reference.slice(1));
      }
      return {};
    },
  };
}

/** RFC 6901, in a URI's fragment. */
function pointedAt(document: Json, pointer: string): Json | undefined {
  let current: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    current = isJsonList(current) ? current[Number(name)] : fieldOf(current, name);
  }
  return current;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
