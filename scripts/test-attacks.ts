/**
 * `npm run test:attacks [-- --without-app | --mutate]`: every test that holds a case of what Keyfob promises, and a table of the cases.
 * Without the app: leaves out what starts it whole. `--mutate`: switches defences off, one at a time, and says which case noticed.
 */
import { runParts } from './run-parts.ts';
import { findCaseFiles } from './safety/case-files.ts';
import { partsOfCases } from './test-parts.ts';

const files = findCaseFiles().map(({ path }) => path);
process.exitCode = await runParts(partsOfCases(files, !process.argv.includes('--without-app')));
