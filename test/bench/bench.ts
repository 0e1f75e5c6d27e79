import { medianAndP95 } from './report.ts';

/** One measured thing beside what it is compared with, both in `unit`, medians of the same run. */
export interface Row {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against; the ratio is `value / base.value`. */
  readonly base: { readonly label: string; readonly value: number };
  /** What was promised of it and of what stands beside it, with the spread. */
  readonly bars?: readonly { readonly text: string; readonly isHeld: boolean }[];
}

/** What a file `*.bench.ts` in this folder exports as `bench`. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

/** Runs each once in turn, so that a load that comes and goes meets both; the medians in milliseconds. */
export async function compareMs(
  rounds: number,
  first: () => unknown,
  second: () => unknown,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(await timed(first));
    times[1].push(await timed(second));
  }
  return [medianAndP95(times[0]).median, medianAndP95(times[1]).median];
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
