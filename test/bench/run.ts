import { readdir } from 'node:fs/promises';
import type { Bench, Row } from './bench.ts';
import { machineLoad } from './report.ts';

/**
 * Runs every `*.bench.ts` of this folder and prints each figure beside what it is held against. `npm run bench`, or
 * `npm run bench -- redactor` for those whose name holds a word; with `--json` the figures as JSON, on the last line. Where a bar was set,
 * it says whether it was held.
 */
const isJson = process.argv.includes('--json');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.bench.ts')).sort();

async function benchOf(file: string): Promise<Bench> {
  const { bench } = (await import(`./${file}`)) as { readonly bench?: Bench }; // What a bench file has to export.
  if (bench === undefined) throw new Error(`${file} exports no bench`);
  return bench;
}

function line({ label, value, unit, base }: Row): string {
  const number = (amount: number): string => amount.toFixed(amount < 10 ? 3 : 1).padStart(10);
  const ratio = base.value === 0 ? '-' : `${(value / base.value).toFixed(2)} ×`;
  return `  ${label.padEnd(40)}${number(value)} ${unit}   ${base.label.padEnd(28)}${number(base.value)} ${unit}   ${ratio.padStart(10)}`;
}

const measured: Record<string, readonly Row[]> = {};
console.log(`before: ${machineLoad()}`);
for (const file of files) {
  const bench = await benchOf(file);
  if (words.length > 0 && !words.some((word) => bench.name.includes(word))) continue;
  console.log(bench.name);
  const rows = await bench.run();
  measured[bench.name] = rows;
  for (const row of rows) {
    console.log(line(row));
    for (const bar of row.bars ?? []) console.log(`    ${bar.text}`);
  }
}
console.log(`after: ${machineLoad()}`);
if (isJson) console.log(JSON.stringify(measured));
