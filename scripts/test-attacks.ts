/**
 * `npm run test:attacks [-- --without-app | --mutate [TEXT]]`: every test that holds a case of what Keyfob promises, and a table of the cases.
 * Without the app: leaves out what starts it whole. `--mutate`: switches defences off, one at a time, and says which case noticed; with a text, those alone whose
 * name or file holds it.
 */
import { runParts } from './run-parts.ts';
import { findCaseFiles } from './safety/case-files.ts';
import { mutate } from './safety/mutate.ts';
import { partsOfCases } from './test-parts.ts';

async function main(): Promise<number> {
  const at = process.argv.indexOf('--mutate');
  if (at !== -1) return await mutate(process.argv[at + 1] ?? '');
  const files = findCaseFiles().map(({ path }) => path);
  return await runParts(partsOfCases(files, !process.argv.includes('--without-app')));
}

process.exitCode = await main();
