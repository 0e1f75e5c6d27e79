import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../test/support/build.ts';

const NAMES = /\bholds(?:InApp)?\(([^)]*)\)/g;

/** A file of tests, and the names of cases that stand in it. */
export interface CaseFile {
  readonly path: string;
  readonly cases: readonly string[];
}

/** Every file whose tests say that they hold a case, by its path in the project. */
export function findCaseFiles(): readonly CaseFile[] {
  return globSync('test/**/*.{test.ts,test.tsx,spec.ts}', { cwd: projectFolder })
    .toSorted()
    .map((path) => ({ path, cases: casesIn(readFileSync(join(projectFolder, path), 'utf8')) }))
    .filter(({ cases }) => cases.length > 0);
}

function casesIn(source: string): readonly string[] {
  return [...source.matchAll(NAMES)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  );
}
