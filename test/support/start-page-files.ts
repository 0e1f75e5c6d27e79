import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface StartPageFile {
  readonly name: string;
  readonly gzipBytes: number;
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/(?<file>[^"']+)["']/g;
const LOADED_BY_PAGE = /assets\/(?<file>[\w.-]+\.(?:js|css))/g;
/** What the bundler loads together with a part that is loaded when it is needed. */
const LISTED_PARTS = /m\.f=\[(?<files>[^\]]*)\]/;
const PARTS_OF_PAGE =
  /import\(["'`]\.\/api-keys-page[^}]*\}[^}]*\},\s*__vite__mapDeps\(\[(?<indexes>[\d,]*)\]\)/;

/**
 * The built files that the window needs to show its start page: what `index.html` names, the page of API keys, and all that they import
 * at once. Throws when the build does not look as it should: a check that finds nothing would never fail.
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
  const html = readFileSync(join(rendererFolder, 'index.html'), 'utf8');
  const named = [...html.matchAll(LOADED_BY_PAGE)].map((match) => match.groups?.['file'] ?? '');
  const page = readdirSync(assets).find((name) => name.startsWith('api-keys-page-') && name.endsWith('.js'));
  const entry = named.find((name) => name.endsWith('.js'));
  if (entry === undefined || page === undefined) throw new Error('The build has no start page');
  for (const name of [...named, page, ...partsOfPage(readFileSync(join(assets, entry), 'utf8'))]) visit(name);
  return [...sizes].map(([name, gzipBytes]) => ({ name, gzipBytes }));
}

function partsOfPage(entry: string): readonly string[] {
  const listed = [...(LISTED_PARTS.exec(entry)?.groups?.['files'] ?? '').matchAll(/"\.\/([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const indexes = PARTS_OF_PAGE.exec(entry)?.groups?.['indexes'];
  if (listed.length === 0 || indexes === undefined)
    throw new Error('The build does not say what the page loads');
  return indexes.split(',').map((index) => listed[Number(index)] ?? '');
}
