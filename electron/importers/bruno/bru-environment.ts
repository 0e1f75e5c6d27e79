import type { JsonObject } from '../json-value.ts';
import { environmentDocument } from '../postman-parts.ts';
import { bruList } from './bru-blocks.ts';
import type { BruFile } from './bru-file.ts';

/** An environment's file: `vars`, and the names of secret ones, whose values Bruno keeps elsewhere. `null` for another file. */
export function bruEnvironment(file: BruFile): JsonObject | null {
  if (!file.blocks.has('vars') && !file.blocks.has('vars:secret')) return null;
  const secretRows = bruList(file.blocks.get('vars:secret')).map((entry) => ({
    key: entry.replace(/^~/, ''),
    value: '',
    isEnabled: !entry.startsWith('~'),
    isSecret: true,
  }));
  const rows = file.rows('vars').map(({ key, value, isEnabled }) => ({ key, value, isEnabled }));
  return environmentDocument(file.name, [...rows, ...secretRows]);
}
