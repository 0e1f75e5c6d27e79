import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface StartPageFile {
  readonly name: string;
  readonly gzipBytes: number;
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/(?<file>[^"']+)["']/g;
const LOADED_BY_PAGE = /assets\/(?<file>[\w.-]+\.(?:js|css))/g;
/** What the page of API keys asks for; it is in the code that is loaded at once. */
const ASKED_BY_PAGE = /["'`]keys\.page["'`]/;

/**
 * The built files that the window needs to show its start page: what `index.html` names, drawn already or not, and all that it imports
 * at once.
 * Throws when the build does not look as it should: a check that finds nothing would never fail.
 */
export function startPageFiles(rendererFolder: string): readonly StartPageFile[] {
  const assets = join(rendererFolder, 'assets');
  const sizes = new Map<string, number>();
  const visit = (name: string): void => {
    if (sizes.has(name)) return;
    const content = readFileSync(join(assets, name));
    sizes.set(name, gzipSync(content).length);
    if (!name.endsWith('.js')) return;
    for (const match of content.toString().matchAll(STATIC_IMPORT)) visit(match.groups?.['file'] ?? '');
  };
  const pages = ['index.html', 'first-page.html'];
  const html = pages.map((name) => readFileSync(join(rendererFolder, name), 'utf8')).join('');
  const named = [...html.matchAll(LOADED_BY_PAGE)].map((match) => match.groups?.['file'] ?? '');
  if (named.length === 0) throw new Error('The build has no start page');
  for (const name of named) visit(name);
  const isThere = [...sizes.keys()].some((name) =>
    ASKED_BY_PAGE.test(readFileSync(join(assets, name), 'utf8')),
  );
  if (!isThere) throw new Error('The page of API keys is not in what is loaded at once');
  return [...sizes].map(([name, gzipBytes]) => ({ name, gzipBytes }));
}
