import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bench, Row } from './bench.ts';

const LIMIT_MS = 100;
/** Name, median, p95, processor time (all, the main process's, its work's), the bare page, and what is left. */
const LINE =
  /^(?<label>.{36})\s*(?<ms>\d+\.\d)\s+\d+\.\d\s+\d+\.\d\s+\d+\.\d\s+(?:\d+\.\d|–)\s+(?<bare>\d+\.\d|–)\s/;

/**
 * A screen in the window, as a script of this folder measures it, against a bare page that does the like; where nothing is alike,
 * against the 100 ms in which it has to answer.
 */
export const windowBench = (name: string, script: string): Bench => ({
  name,
  async run() {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), '3'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    child.on('error', reject);
    child.on('close', () => {
      resolve(undefined);
    });
    await promise;
    const rows = output.split('\n').flatMap(rowOf);
    // It ends with 1 when something is slow, and with nothing to show when it broke.
    if (rows.length === 0) throw new Error(`${script} gave no figures`);
    return rows;
  },
});

function rowOf(line: string): readonly Row[] {
  const { label, ms, bare } = LINE.exec(line)?.groups ?? {};
  if (label === undefined || ms === undefined) return [];
  const base =
    bare === undefined || bare === '–'
      ? { label: 'may take', value: LIMIT_MS }
      : { label: 'bare page', value: Number(bare) };
  return [{ label: label.trim(), value: Number(ms), unit: 'ms', base }];
}
