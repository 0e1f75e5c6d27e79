/** `npm run test:soak [-- --minutes 1]`: the Local API under load, killed and started again, for ten minutes unless told otherwise. */
import { CLIENTS, MOST_GROWTH_MIB, runSoak } from '../test/soak/run-soak.ts';

const at = process.argv.indexOf('--minutes');
const minutes = at === -1 ? 10 : Number(process.argv[at + 1]);
if (!(minutes > 0 && minutes <= 60)) throw new Error('--minutes takes a number of minutes up to 60');

console.log(`${String(CLIENTS)} clients on the Local API, for ${String(minutes)} minutes`);
const figures = await runSoak(minutes * 60_000);
const textOf = (statuses: ReadonlyMap<string, number>): string =>
  [...statuses]
    .toSorted()
    .map(([status, count]) => `${status}: ${String(count)}`)
    .join(', ');
console.log(`${String(figures.requests)} answers; without the limits ${textOf(figures.byStatus)}`);
console.log(`under the limits, in the last tenth of the time, ${textOf(figures.underLimits)}`);
console.log(
  `${String(figures.kills)} kills, ${String(figures.unsureAfterKill)} of them in the middle of a change; ` +
    `${String(figures.regenerated)} keys regenerated`,
);
const { early, late } = figures.memory;
console.log(
  `memory of the last life: ${early.toFixed(1)} MiB early, ${late.toFixed(1)} MiB late (bound: ${String(MOST_GROWTH_MIB)} MiB more)`,
);
for (const problem of figures.problems) console.log(`FAILED  ${problem}`);
console.log(figures.problems.length === 0 ? 'held' : 'not held');
process.exit(figures.problems.length === 0 ? 0 : 1);
