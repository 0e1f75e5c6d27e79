/** `npm test [-- --only unit,e2e]`: everything that must hold; the last line is the count. */
import { runParts } from './run-parts.ts';
import { parts, type Part } from './test-parts.ts';

function chosenParts(): readonly Part[] {
  const at = process.argv.indexOf('--only');
  if (at === -1) return parts;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No such part: ${unknown.join(', ')}. There are: ${parts.map((part) => part.name).join(', ')}`,
    );
  }
  return parts.filter((part) => names.includes(part.name));
}

process.exitCode = await runParts(chosenParts());
