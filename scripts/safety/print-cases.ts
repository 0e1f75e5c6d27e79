/** Prints what came of each case, from the results of the parts that ran before; fails when one is not held. A part of `npm test`. */
import { caseTable, judgeCases, unknownCases } from './case-table.ts';
import { readCaseRun } from './case-tests.ts';

const run = await readCaseRun();
const judged = judgeCases(run);
console.log(caseTable(judged));
if (run.missingParts.length > 0) console.log(`Left out or broken off: ${run.missingParts.join(', ')}`);
const unknown = unknownCases(run);
if (unknown.length > 0) console.log(`No such case: ${unknown.join(', ')}`);
process.exitCode = unknown.length > 0 || judged.some(({ verdict }) => verdict === 'not-held') ? 1 : 0;
