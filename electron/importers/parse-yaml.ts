import { load } from 'js-yaml';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Json } from './json-value.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { told } from '../told.ts';

const MAX_ALIASES = 500;

/**
 * A text's YAML 1.2 with the core schema: no custom tags, no merge keys, few aliases. `null` for a plain scalar. What aliases stand
 * for is one value at several places, which the caller's count of values sees as often as it is written out.
 */
export function parseYaml(text: string): Result<Json | null> {
  if (Buffer.byteLength(text) > IMPORT_LIMITS.yamlBytes) {
    return failed('import-too-large', told('yamlTooLarge'));
  }
  try {
    const read: unknown = load(text, { maxDepth: IMPORT_LIMITS.depth, maxAliases: MAX_ALIASES });
    return ok(typeof read === 'object' ? (read as Json | null) : null); // the core schema knows JSON's types alone
  } catch {
    // The library's messages quote the file.
    return failed('import-not-readable', told('noJsonNorYaml'));
  }
}
