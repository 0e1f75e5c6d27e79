import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';

/** Where a part of the tests writes what came of it. */
export function resultFile(part: string): string {
  return join(projectFolder, '.cache', 'results', `${part}.json`);
}
