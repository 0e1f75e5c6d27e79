import { cpus, loadavg } from 'node:os';

/** Milliseconds: the middle one, and the one that 19 of 20 do not exceed (nearest rank). */
export function medianAndP95(times: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

export const milliseconds = (ms: number | null): string => (ms === null ? '–' : ms.toFixed(1)).padStart(9);

/** What else the machine did: a bench on a busy one says little. */
export function machineLoad(): string {
  const [one = 0, five = 0] = loadavg();
  return `load ${one.toFixed(1)} (1 min), ${five.toFixed(1)} (5 min) on ${String(cpus().length)} cores`;
}
